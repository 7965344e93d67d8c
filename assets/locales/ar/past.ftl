## The office's log: entries, its screen, its proof

log-log-exported = تصدير السجل
log-log-verified = التحقق من السجل
log-head-printed = وضع نهاية السجل على ورق
log-clock-moved = تغيير ساعة الحاسوب
log-older-found = العثور على حالة أقدم للمكتب
log-more-count = العدد: { $value }
log-more-hits = النتائج: { $value }
log-more-form = النموذج: { $value }
log-more-type = النوع: { $value }
log-more-why = السبب: { $value }
log-more-records = السجلات: { $value }
log-more-fields = الحقول التي خرجت: { $value }
log-more-questions = الأسئلة: { $value }
log-more-shared = مشتركة: { $value }
log-more-to = إلى: { $value }
log-more-draft = المسودة { $value }
log-more-number = الإصدار { $value }
log-more-circles = مجموعات القرّاء: { $value }
log-more-moved = سجلات نُقلت: { $value }
log-more-version = الإصدار { $value }
log-more-new = جديد: { $value }
log-more-changed = تغيّر: { $value }
log-more-minutes = الدقائق: { $value }
log-more-second = لم يُوصل إلى المكان الثاني
log-more-entries = المدخلات: { $value }
log-more-broken = انقطاع عند رقم { $value }
log-more-remembered = مدخلات يذكرها هذا الحاسوب: { $value }
log-more-found = مدخلات وُجدت: { $value }
log-more-back = إلى الوراء بالدقائق: { $value }
log-more-forward = إلى الأمام بالدقائق: { $value }
log-number = الرقم
log-details = التفاصيل
log-known = { $known ->
    [zero] { $entries } مدخلا في المجموع، لا شيء منها مفتوح لك
    [one] { $entries } مدخلا في المجموع، واحد منها مفتوح لك
    [two] { $entries } مدخلا في المجموع، اثنان منها مفتوحان لك
    [few] { $entries } مدخلا في المجموع، { $known } منها مفتوحة لك
    [many] { $entries } مدخلا في المجموع، { $known } منها مفتوحة لك
   *[other] { $entries } مدخلا في المجموع، { $known } منها مفتوحة لك
}
log-filter = اعرض فقط
log-filter-person = الشخص
log-filter-what = ما جرى
log-filter-code = الرمز يبدأ بـ
log-filter-from = من يوم
log-filter-until = إلى يوم
log-filter-all = كل شيء
log-filter-everybody = الجميع
log-kind-looks = الاطلاع على السجلات
log-kind-changes = تغييرات السجلات
log-kind-outside = ما خرج من المكتب
log-kind-people = الأشخاص والصلاحيات
log-kind-entering = الدخول والقفل
log-kind-office = المكتب والنسخ والإعدادات
log-left = { $count ->
    [zero] لا مدخلات
    [one] مدخل واحد
    [two] مدخلان
    [few] { $count } مدخلات
    [many] { $count } مدخلا
   *[other] { $count } مدخل
}
log-none = لا يوجد مدخل مناسب. اختر أقل في التصفية.
log-open-record = السجل الزمني لـ { $code }
log-export = حفظ كجدول
log-exported = حُفظ: { $count } مدخلات
log-reading = جاري قراءة السجل
log-verify = تحقق الآن
log-verifying = جاري التحقق من كل مدخل
log-verify-title = تم التحقق من السجل
log-verified-sound = { $count } مدخلات، بلا انقطاع منذ { $since }.
log-verified-digits = نهايته بالأرقام:
log-verified-broken = تغيّر السجل من الخارج: المدخل { $number } ليس ما كُتب. كل ما قبله سليم. لم يتغير شيء الآن. أبلغ مشرفك ومن يرعى المكتب، واترك هذا الحاسوب كما هو.
log-head = للورق
log-head-title = نهاية السجل
log-head-text = احفظ هذه الورقة بعيدًا عن الحاسوب. من ينزع شيئًا من السجل، أو يعيد كل شيء إلى حالة أقدم، لا يستطيع أن يجعل الأرقام تتطابق.
log-head-entries = المدخلات: { $count }
log-head-print = اطبع
log-compare = قارن بورقة
log-compare-title = المقارنة بورقة
log-compare-text = اكتب ما على الورقة. سيُقارن السجل به.
log-compare-entries = عدد المدخلات على الورقة
log-compare-digits = 24 رقمًا
log-compare-go = قارن
log-compare-same = متطابقة: السجل حتى هناك هو الذي طُبع.
log-compare-other = غير متطابقة. ابحث أولا عن خطأ في الكتابة. إن لم يكن، فقد تغيّر السجل أو أُعيد إلى الوراء: أبلغ مشرفك الآن.
log-older-notice = يذكر هذا الحاسوب { $remembered } مدخلا في السجل، لكن المكتب كان فيه { $found } أو غيرها عند دخولك: وضع أحدهم نسخة أقدم من المكتب مكانه. قد يكون عمل حُفظ بينهما مفقودًا. لم يُفقد شيء بدخولك. أبلغ مشرفك؛ قد تكون في نسخ احتياطية أحدث الأشياء الناقصة.
log-verified-again = تحقق مرة أخرى
looked-title = من اطّلع
looked-note = من فتح هذا السجل أو صوره أو ملفاته أو سجله الزمني، أو طبعه أو أرسله. ترى ما يحق لك معرفته.
looked-none = لا أحد غير ذلك بحسب ما يحق لك معرفته.
looked-show = اعرض من اطّلع
problem-older-database = قاعدة البيانات أقدم من ملف المفاتيح بجانبها: وُضعت نسخة قديمة مكانها. لم يتغير شيء. أعد أحدث الملفات، أو استعد أحدث نسخة احتياطية في مجلد فارغ.
problem-bad-filter = ليس هذا يومًا ولا عدد مدخلات ولا 24 رقمًا. لم يتغير شيء. صحّحه.
problem-too-many-entries = المدخلات أكثر مما يتسع له جدول. لم يُكتب شيء. اختر أيامًا أقل.
