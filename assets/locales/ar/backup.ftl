## Backups and the log

backup-title = النسخ الاحتياطية
backup-now = إنشاء نسخة الآن
backup-making = جاري إنشاء نسخة احتياطية وفحصها
backup-done = أُنشئت النسخة الاحتياطية وفُحصت.
backup-here = على هذا الجهاز
backup-second = في المكان الثاني
backup-second-none = لم يُختر مكان ثان
backup-second-missing = تعذّر الوصول إلى المكان الثاني آخر مرة. أدخل الذاكرة المحمولة.
backup-never = لم تُنشأ قط
backup-place-change = اختيار المكان الثاني
log-title = سجل المكتب
log-sound = السجل سليم: لم يُحذف منه شيء ولم يتغير.
log-not-sound = تغيّر السجل من الخارج. أبلغ مشرفك الآن.
log-checking = جاري فحص السجل.
log-when = متى
log-who = من
log-what = ماذا
log-about = بشأن

## Settings

settings-title = الإعدادات
settings-yours = لك
settings-office = للمكتب
settings-idle = القفل عند عدم الاستخدام بعد

## More about backups, log and settings

backup-kept = النسخ المحفوظة هنا
backup-choose-file = اختيار النسخة
log-note = كل مدخل مرتبط بما قبله، فلا يُنزع شيء دون أن يُلاحظ. ما لا يحق لك معرفته يبقى مغلقًا.
settings-idle-help = المدة القصيرة تحمي الأطفال عندما يبتعد أحدهم عن الجهاز. تسري المدة الجديدة من الدخول التالي.
settings-idle-saved = تم الحفظ. تسري المدة الجديدة من الدخول التالي.
settings-size-help = وأيضًا بمفتاح Ctrl مع + أو − أو 0
settings-looks-note = تبقى اللغة خاصة بك. أما الألوان والحجم والمسافات فتبقى حتى إغلاق البرنامج.

## قائمة النسخ واسترجاع إحداها

backup-list = النسخ المتاحة
backup-column-where = المكان
backup-column-size = الحجم
backup-column-state = الحالة
backup-place-here = هذا الحاسوب
backup-place-aside = محفوظة قبل استرجاع
backup-place-second = المكان الثاني
backup-checked = فُتحت وفُحصت
backup-unreadable = لا تُقرأ
backup-older-key = مفتاح أقدم ({ $epoch })
backup-key-epoch = المفتاح { $epoch }
backup-bring-back = استرجاع…
backup-bring-back-title = استرجاع نسخة احتياطية
backup-other-folder = نسخة في مجلد آخر…
restore-intro = تُجرَّب النسخة أولا: لا يتغير شيء بذلك.
restore-rehearse = تجربة
restore-this-backup = نسخة { $when }
restore-needs-key = صُنعت هذه النسخة بمفتاح أقدم. تفتحها كلمة مرور من ذلك الوقت، أو كلمات الاستعادة.
restore-key-how = تُفتح بـ
restore-key-password = كلمة مرور من ذلك الوقت
restore-key-words = كلمات الاستعادة
restore-opens = تُفتح هذه النسخة، وكل صفحة منها سليمة.
restore-office = المكتب
restore-records = السجلات فيها
restore-last = آخر قيد في سجلها
restore-lost = ما سيُفقد
restore-lost-nothing = لا شيء: لم يتغير شيء منذ ذلك.
restore-lost-changes = التغييرات منذ ذلك الوقت
restore-lost-touched = السجلات التي تغيرت منذ ذلك
restore-lost-records = منها ما سُجّل بعد ذلك
restore-destroyed = أُتلفت بعد ذلك وتبقى متلفة
restore-stays = يبقى الأشخاص وكلمات المرور والمفاتيح والاستمارات والإعدادات وسجل العمل كما هي الآن. من غادر يبقى خارجًا، وما أُتلف يبقى متلفًا. تُحفظ الحالة الحاضرة نسخة ويمكن استرجاعها بالطريقة نفسها.
restore-numbers = تستمر الأرقام فوق
restore-numbers-help = لا أقل من أعلى رقم تجده على الورق: لا يُعطى رمز مرتين.
restore-series = السلسلة { $series }
restore-yes = قرأت ما سيُفقد.
restore-go = استرجاع هذه النسخة
restore-done = استُرجعت النسخة. الحالة السابقة محفوظة في القائمة.
restore-partners = أخبر المكاتب الشريكة: بطاقتك التالية وملفك المختوم التالي يقولان إن هذا المكتب بدأ حياة جديدة.
restore-elsewhere-title = استعادة مكتب من نسخة احتياطية
restore-elsewhere-intro = اختر مجلد نسخة، على ذاكرة USB أو مجلد شبكة. تُفتح بكلمة مرور المدير، أو بكلمات ورقة الاستعادة.
restore-elsewhere-not-allowed = كلمة المرور هذه لشخص لم يكن مديرًا. استعمل كلمة مرور المدير، أو كلمات ورقة الاستعادة.
restore-elsewhere-office = ينشأ المكتب على هذا الحاسوب كما كان وقتها. ما عُمل بعد ذلك ليس فيه.
restore-elsewhere-go = استعادة هذا المكتب هنا
restore-elsewhere-done = عاد المكتب. سجّل الدخول باسمك وكلمة مرورك.
restore-elsewhere-sign-in = إلى تسجيل الدخول
restore-file-chosen = تم اختيار المجلد
status-second = النسخة الثانية: { $when }. أدخل الذاكرة.
