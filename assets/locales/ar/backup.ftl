## Backups and the log

backup-title = النسخ الاحتياطية
backup-now = إنشاء نسخة الآن
backup-making = جارٍ إنشاء نسخة احتياطية وفحصها
backup-done = أُنشئت النسخة الاحتياطية وفُحصت.
backup-here = على هذا الجهاز
backup-second = في المكان الثاني
backup-second-none = لم يُختر مكان ثانٍ
backup-second-missing = تعذّر الوصول إلى المكان الثاني آخر مرة. أدخل الذاكرة المحمولة.
backup-never = لم تُنشأ قط
backup-place-change = اختيار المكان الثاني
backup-restore = استعادة نسخة احتياطية
backup-restore-text = تُستعاد النسخة في مجلد فارغ، ويبقى المكتب الحالي كما هو.
backup-restored = تمت الاستعادة. افتح ذلك المجلد لاستعماله.
log-title = سجل المكتب
log-sound = السجل سليم: لم يُحذف منه شيء ولم يتغير.
log-not-sound = تغيّر السجل من الخارج. أبلغ مشرفك الآن.
log-checking = جارٍ فحص السجل.
log-when = متى
log-who = من
log-what = ماذا
log-about = بشأن

## Settings

settings-title = الإعدادات
settings-yours = لك
settings-office = للمكتب
settings-idle = القفل عند عدم الاستخدام بعد
