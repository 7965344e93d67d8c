## The page
shape-page = النماذج
shape-note = غيّر ما يُسأل عنه. يُعدّ التغيير في مسودة، ويصل إلى الجميع دفعة واحدة عندما تضعها قيد العمل.
shape-in-force-title = المعمول به الآن
shape-in-force = { $name } (رقم { $number })، منذ { $since }، وضعها قيد العمل { $who }.
shape-in-force-standard = النماذج التي تأتي مع أمبارو، دون تغيير.
shape-in-force-mark = المعمول به
shape-standard = كما تأتي مع أمبارو
shape-drafts = المسودات
shape-drafts-none = لا توجد مسودة
shape-drafts-none-text = ابدأ مسودة لتغيير النماذج أو القوائم أو المهل. لا يراها أحد قبل أن تضعها قيد العمل.
shape-past = ما كان معمولا به من قبل
shape-begin = بدء مسودة
shape-begin-text = تبدأ بكل ما هو معمول به الآن.
shape-name = الاسم
shape-name-help = موضوعها، مثلا «أسئلة مأوى الشتاء».
shape-name-missing = أعطها اسمًا.
shape-kept-at = آخر حفظ
shape-since = معمول به منذ
shape-by = بواسطة
shape-number = الرقم
shape-open = فتح المسودة
shape-older = بدأت قبل أن تصبح نماذج أخرى معمولا بها
shape-drop = التخلص من المسودة
shape-drop-sure = هل تتخلص من «{ $name }»؟ تضيع تغييراتها، ولا يتغير شيء مما هو معمول به.
shape-go-back = العودة إلى هذه
shape-go-back-sure = هل تعيد «{ $name }» إلى العمل؟
shape-export = تصدير إلى ملف
shape-exported = كُتب الملف.
shape-more = المزيد

## Bringing in
shape-bring = إدخال ملف
shape-bring-help = إعدادات أمبارو، أو ملف إعدادات نظام Primero الإصدار 2. تصبح مسودة، ولا يتغير شيء مما هو معمول به.
shape-brought = قُرئ الملف وهو الآن بين المسودات.
shape-brought-whole = جاء كل شيء كما كان.
shape-not-carried = ما لم يُنقل
shape-changed = نُقل مع تغيير
shape-understood = نُقل كما هو
shape-where = المكان
shape-what = ما حدث
shape-about = الأسماء في الملف
shape-remarks-more = لا يظهر إلا الأول منها.

## Words as a spreadsheet
shape-words-out = إخراج النصوص إلى جدول
shape-words-in = إدخال النصوص من جدول
shape-words-in-help = اختر الجدول الذي كُتب هنا ثم تُرجم. الخلايا الفارغة تترك النص كما هو، والصفوف التي لا تصلح تُترك ويُذكر سببها.
shape-words-row = الصف
shape-why = السبب
shape-words-left-out = الصفوف المتروكة
words-row-unknown-key = لا نص له هذا المفتاح. اترك العمود الأول كما كُتب.
words-row-bad-words = فيه وسوم أو رموز لا تصلح في النص.
words-row-too-long = النص أطول من 2000 حرف.
words-row-no-english = النص الإنجليزي ناقص: فهو يحل محل أي لغة لا نص لها.

## The desk
shape-back = العودة إلى النظرة العامة
shape-draft-note = مسودة تُحفظ تلقائيًا. بدأت من الرقم { $number }.
shape-compare = المقارنة والوضع قيد العمل
shape-compare-nothing = لا تغيّر هذه المسودة شيئًا.
shape-compare-use = يعدّ المشرفون في جلساتهم كم سجلا يستخدم ما سُحب، ويُبلَّغ العدد مقرّبًا: فالعدد الدقيق مع السجل العام قد يكشف لك ما في سجل ما. ما لم يُعدّ بعد: اسأل مشرفًا، فصفحته الأولى تعرض هذه المسودة. كل ما أُجيب عنه يبقى.
shape-apply = الوضع قيد العمل…
shape-apply-sure = هل تضع هذا قيد العمل الآن؟
shape-apply-note = لا يضيع شيء مما في السجلات. الأسئلة والخيارات التي لم تعد تُطرح تبقى مقروءة حيث أُجيب عنها. ويحصل الجميع على النماذج الجديدة في الحال.
shape-apply-now = نعم، ضعها قيد العمل
shape-applied = النماذج الجديدة معمول بها الآن.
shape-go-there = الذهاب إلى هناك
shape-choose = اختر نموذجًا أو قسمًا أو سؤالا أو قائمة من الجانب.
shape-tree = كل ما في هذه الإعدادات
shape-search = البحث عن نموذج أو سؤال أو قائمة
shape-lists = القوائم
shape-hidden = مخفي
shape-hidden-note = مخفي: لا يُسأل عنه. وما تحمله السجلات منه يبقى مقروءًا.
shape-hide = إخفاء
shape-show = إظهار من جديد
shape-up = إلى الأعلى
shape-down = إلى الأسفل
shape-in-section = في القسم
shape-missing = ما لم يُترجم
shape-missing-mark = بلا نص
shape-missing-none = لكل نص كلماته بهذه اللغة.
shape-missing-more = لا يظهر إلا الأول منها. وهي كلها في جدول النصوص.
shape-form = نموذج
shape-section = قسم
shape-question = سؤال
shape-cell = سؤال في صفوف
shape-list = قائمة

## Something new
shape-add-form = نموذج جديد
shape-add-section = قسم جديد
shape-add-question = سؤال جديد
shape-add-cell = سؤال جديد في الصفوف
shape-add-list = قائمة جديدة
shape-new-words = النص بالإنجليزية
shape-new-words-missing = اكتب النص الإنجليزي، ثم تأتي اللغات الأخرى.
shape-id = المعرّف
shape-id-help = تسميه السجلات والشروط به. يُعطى مرة واحدة ولا يتغير أبدًا.
shape-id-wrong = استعمل حروفًا لاتينية صغيرة وأرقامًا و_، وابدأ بحرف.
shape-id-wrong-form = استعمل حروفًا لاتينية صغيرة وأرقامًا و-، وابدأ بحرف.
shape-id-taken = هذا المعرّف مستعمل.
shape-id-reserved = يحتفظ البرنامج بهذا المعرّف لنفسه.
shape-type = النوع
shape-type-help = لا يتغير بعد أن يصبح السؤال معمولا به.
shape-part = جزء السجل
shape-part-help = يحدد من يستطيع قراءة الجواب، إلى الأبد.
shape-type-text = سطر نص
shape-type-longtext = عدة أسطر من النص
shape-type-number = عدد صحيح
shape-type-date = تاريخ بقدر ما يُعرف
shape-type-yes-no = نعم، لا، غير معروف
shape-type-select = خيار واحد
shape-type-multi = عدة خيارات
shape-type-tick = مربع للتأشير
shape-type-location = مكان
shape-type-user = زميل
shape-type-agency = منظمة
shape-type-link = سجل آخر
shape-type-repeat = صفوف من الأسئلة
shape-type-photo = صورة
shape-type-audio = صوت
shape-type-file = وثيقة
shape-type-signature = توقيع
shape-type-calc = محسوب

## Types of record in the tree
shape-type-case-cp = حالات حماية الطفل
shape-type-incident-cp = حوادث حماية الطفل
shape-type-tracing-request-cp = طلبات البحث عن الأهل
shape-type-family-cp = الأسر
shape-type-registry-cp = السجل العام
shape-type-transition-cp = الإحالات والنقل والتكليف
shape-type-office-cp = عمل المكتب
shape-type-case-gbv = الناجيات من العنف القائم على النوع الاجتماعي
shape-type-incident-gbv = حوادث العنف القائم على النوع الاجتماعي
shape-type-transition-gbv = إحالات الناجيات
shape-type-office-gbv = العمل مع الناجيات

## What can be changed
shape-title = العنوان
shape-label = السؤال كما يُطرح
shape-help = شرح أسفله
shape-guiding = أسئلة مساعدة
shape-guiding-help = تساعد على كتابة السرد، وتظهر عند الطلب.
shape-language-missing = { $name } (بلا نص)
shape-versions = يُحفظ في نسخ
shape-versions-hint = بعد اكتماله لا يُغيَّر بل تتبعه نسخة جديدة، كما في الموافقة.
shape-folded = مطوي في البداية
shape-required = يجب الجواب عنه ليكتمل النموذج
shape-required-when = يجب الجواب عنه عندما
shape-shown-when = يظهر فقط عندما
shape-default = جواب مقترح
shape-default-help = يظهر ما دام لم يُكتب شيء، والقرار للشخص.
shape-checks = التحقق
shape-not-future = ليس بعد اليوم
shape-not-before = ليس قبل التاريخ في
shape-min = الحد الأدنى
shape-max = الحد الأقصى
shape-stand-ins = بدلا من الجواب
shape-stand-ins-help = حتى لا يضطر أحد إلى اختراع جواب.
shape-class = درجة الحساسية
shape-class-help = لا يمكن إلا أن تزيد بعد أن يصبح السؤال معمولا به.
shape-class-p0 = مفتوح، للعدّ فقط
shape-class-p1 = داخلي
shape-class-p2 = سري، عن شخص
shape-class-p3 = سري للغاية
shape-class-p4 = حرج: قد تتوقف عليه حياة
shape-searched = يُبحث عنه بوصفه
shape-searched-not = لا يُبحث عنه
shape-searched-name = اسم شخص
shape-searched-phone = رقم هاتف
shape-searched-number = رقم بطاقة أو وثيقة
shape-summary = يظهر في القوائم والتذكيرات
shape-summary-hint = يُنسخ إلى ملخص السجل.
shape-calc = كيف يُحسب
shape-calc-help = يُحسب عند كل قراءة ولا يُكتب أبدًا.
shape-calc-more = سؤال آخر
shape-gives = ما ينتج
shape-gives-number = عدد
shape-gives-date = تاريخ
shape-gives-text = نص
shape-gives-yes-no = نعم أو لا
shape-gives-choice = أحد خياراته
shape-calc-fixed = قيمة ثابتة
shape-calc-today = تاريخ اليوم
shape-calc-me = الشخص الذي يعمل
shape-calc-field = جواب آخر
shape-calc-sum = مجموع أجوبة
shape-calc-age = العمر اليوم من تاريخ الميلاد
shape-calc-days-since = الأيام منذ تاريخ
shape-calc-days-after = تاريخ بعد عدة أيام
shape-calc-count = عدد الصفوف
shape-calc-label = نص الخيار المختار
shape-days = الأيام

## Options
shape-options = الخيارات
shape-options-from = خيارات من القائمة
shape-options-own = خيارات خاصة به
shape-go-list = تعديل القائمة
shape-list-used = تصل التغييرات هنا إلى كل نموذج يستعمل هذه القائمة: { $forms }.
shape-offers-unknown = يعرض أيضًا «غير معروف» و«لم يُذكر»
shape-option-new = خيار جديد بالإنجليزية
shape-option-words = نص الخيار
shape-option-parent = يُحتسب في التقارير ضمن
shape-option-parent-help = يُحتسب خيارك ضمن خيار معياري حتى تبقى المكاتب قابلة للمقارنة.
shape-option-when = يُعرض فقط عندما
shape-option-off = لا يُعرض حاليًا
shape-retire = سحب
shape-retired = مسحوب
shape-bring-back = إعادة

## Conditions
shape-condition-none = دائمًا.
shape-condition-add = إضافة شرط
shape-all-of = تتحقق كلها
shape-any-of = يتحقق واحد منها على الأقل
shape-not = العكس
shape-ask = جوابه
shape-ask-equal = هو
shape-ask-not-equal = ليس
shape-ask-less = أقل أو أسبق من
shape-ask-at-most = لا يزيد على
shape-ask-more = أكثر أو أحدث من
shape-ask-at-least = لا يقل عن
shape-ask-one-of = هو أحد
shape-ask-filled = موجود
shape-ask-empty = فارغ
shape-worth = الجواب
shape-worth-with = مقارنة بـ
shape-worth-fixed = قيمة ثابتة
shape-worth-today = تاريخ اليوم
shape-worth-field = جواب آخر
shape-date-as = اكتب التاريخ هكذا: 2026-11-22 أو 2026-11 أو 2026.
shape-as-text = كنص
shape-only-text = لا يمكن قول هذا في صفوف؛ غيّر نصه.
shape-text-of = نص: { $what }
shape-text-wrong = لا يمكن قراءة هذا: { $problem }. ويبقى ما كان من قبل.

## Clocks
shape-clocks = المهل وأسبوع العمل
shape-clocks-note = المهلة لكل خطوة بحسب الخطر. تُحتسب عند النظر التالي إلى كل سجل.
shape-clock-step = الخطوة
shape-clocks-unset = ما دام الخطر غير محدد يُعدّ
shape-clocks-weekend = أيام العطلة
shape-unit-hours = ساعات
shape-unit-days = أيام
shape-unit-working-days = أيام عمل
shape-unit-months = أشهر
shape-day-monday = الاثنين
shape-day-tuesday = الثلاثاء
shape-day-wednesday = الأربعاء
shape-day-thursday = الخميس
shape-day-friday = الجمعة
shape-day-saturday = السبت
shape-day-sunday = الأحد

## Preview
shape-preview = معاينة
shape-preview-none = اختر نموذجًا لتراه هنا.
shape-preview-later = يظهر هنا حالما يتوافق كل شيء.
shape-preview-hidden = مع هذه الأجوبة لا يظهر هذا القسم.
shape-preview-fill = أجوبة مخترعة
shape-preview-empty = إفراغ

## What is different
facet-words = تغيّر النص
facet-place = في قسم آخر
facet-condition = يظهر بشرط آخر
facet-required = تغيّر متى يجب الجواب
facet-calculation = تغيّر الحساب أو الجواب المقترح
facet-checks = تغيّر التحقق
facet-options = تغيّرت الخيارات
facet-other = تغيّرت إعدادات أخرى
difference-form-added = أُضيف النموذج «{ $form }»
difference-form-retired = سُحب النموذج «{ $form }»، وما تحمله السجلات منه يبقى مقروءًا
difference-form-changed = { $form }: { $what }
difference-section-added = { $form }: أُضيف القسم «{ $section }»
difference-section-gone = { $form }: زال القسم «{ $section }»
difference-section-changed = { $form }: القسم «{ $section }»: { $what }
difference-field-added = { $form }: أُضيف السؤال «{ $field }»
difference-field-retired = { $form }: سُحب السؤال «{ $field }»
difference-field-changed = { $form }: السؤال «{ $field }»: { $what }
difference-list-added = أُضيفت القائمة «{ $list }»
difference-list-reordered = القائمة «{ $list }»: تغيّر ترتيب الخيارات
difference-option-added = القائمة «{ $list }»: أُضيف الخيار «{ $option }»
difference-option-retired = القائمة «{ $list }»: سُحب الخيار «{ $option }»
difference-option-changed = القائمة «{ $list }»: تغيّر الخيار «{ $option }»
difference-clock-changed = المهل: تغيّرت «{ $clock }»
difference-week-changed = تغيّر أسبوع العمل أو ما يُعدّ ما دام الخطر غير محدد

## What does not fit together
configuration-unreadable = { $place }: لا يمكن قراءة هذا ({ $what }).
configuration-unknown-type = { $place }: لا يوجد نوع سؤال «{ $what }».
configuration-doubled = { $place }: «{ $what }» مكرر. يجب أن يكون كل معرّف وحيدًا.
configuration-too-large = الإعدادات كبيرة جدًا.
configuration-newer = كُتبت الإعدادات بإصدار أحدث من أمبارو.
configuration-markup = { $place }: في النص وسوم (<…>). احذفها.
configuration-kept = { $place }: نوع السؤال وجزء السجل الذي هو فيه ثابتان إلى الأبد. أضف سؤالا جديدًا بدلا منه.
configuration-reserved = { $place }: يحتفظ البرنامج بالمعرّف «{ $what }» لنفسه.
configuration-bad-id = { $place }: «{ $what }» ليس معرّفًا. استعمل حروفًا لاتينية صغيرة وأرقامًا و_ (للنماذج: -).
configuration-unknown-list = { $place }: لا توجد قائمة «{ $what }».
configuration-unknown-parent = { $place }: لا يوجد خيار معياري «{ $what }» يُحتسب ضمنه.
configuration-unknown-block = { $place }: لا توجد كتلة مشتركة «{ $what }».
configuration-unknown-field = { $place }: يذكر شرط أو حساب أو تحقق «{ $what }» ولا يوجد سؤال كهذا.
configuration-unknown-form = { $place }: يذكر شرط النموذج «{ $what }» وهو غير موجود.
configuration-unknown-clock = { $place }: لا توجد مهلة «{ $what }».
configuration-no-compartment = { $place }: السؤال ليس في أي جزء من السجل.
configuration-unknown-compartment = { $place }: ليس في هذا السجل جزء «{ $what }».
configuration-cell-with-compartment = { $place }: السؤال في الصفوف يقع حيث تقع صفوفه، وليس له جزء خاص.
configuration-two-meanings = { $place }: «{ $what }» من نوع آخر أو في مكان آخر في نموذج آخر.
configuration-not-in-a-row = { $place }: لا يمكن أن تكون الصفوف والحسابات داخل صفوف.
configuration-calculated-across = { $place }: يقرأ الحساب «{ $what }» من جزء آخر من السجل قد لا يحق لقارئه فتحه.
configuration-loop = هذه الأسئلة ينتظر بعضها بعضًا: { $place }. احذف شرطًا أو حسابًا.

## Counts
shape-count-forms-added = { $count ->
     [one] أُضيف نموذج واحد
     [two] أُضيف نموذجان
     [few] { $count } نماذج أُضيفت
     [many] { $count } نموذجًا أُضيف
    *[other] { $count } نموذج أُضيف
}
shape-count-forms-retired = { $count ->
     [one] سُحب نموذج واحد
     [two] سُحب نموذجان
     [few] { $count } نماذج سُحبت
     [many] { $count } نموذجًا سُحب
    *[other] { $count } نموذج سُحب
}
shape-count-questions-added = { $count ->
     [one] أُضيف سؤال واحد
     [two] أُضيف سؤالان
     [few] { $count } أسئلة أُضيفت
     [many] { $count } سؤالا أُضيف
    *[other] { $count } سؤال أُضيف
}
shape-count-questions-retired = { $count ->
     [one] سُحب سؤال واحد
     [two] سُحب سؤالان
     [few] { $count } أسئلة سُحبت
     [many] { $count } سؤالا سُحب
    *[other] { $count } سؤال سُحب
}
shape-count-questions-changed = { $count ->
     [one] تغيير واحد في الأسئلة
     [two] تغييران في الأسئلة
     [few] { $count } تغييرات في الأسئلة
     [many] { $count } تغييرًا في الأسئلة
    *[other] { $count } تغيير في الأسئلة
}
shape-count-options-added = { $count ->
     [one] أُضيف خيار أو قائمة واحدة
     [two] أُضيف خياران أو قائمتان
     [few] { $count } خيارات أو قوائم أُضيفت
     [many] { $count } خيارًا أو قائمة أُضيفت
    *[other] { $count } خيار أو قائمة أُضيفت
}
shape-count-options-retired = { $count ->
     [one] سُحب خيار واحد
     [two] سُحب خياران
     [few] { $count } خيارات سُحبت
     [many] { $count } خيارًا سُحب
    *[other] { $count } خيار سُحب
}
shape-count-options-changed = { $count ->
     [one] تغيّر خيار واحد
     [two] تغيّر خياران
     [few] { $count } خيارات تغيّرت
     [many] { $count } خيارًا تغيّر
    *[other] { $count } خيار تغيّر
}
shape-count-others-changed = { $count ->
     [one] تغيير آخر واحد
     [two] تغييران آخران
     [few] { $count } تغييرات أخرى
     [many] { $count } تغييرًا آخر
    *[other] { $count } تغيير آخر
}
shape-missing-count = { $count ->
     [one] نص واحد بلا كلمات بهذه اللغة
     [two] نصان بلا كلمات بهذه اللغة
     [few] { $count } نصوص بلا كلمات بهذه اللغة
     [many] { $count } نصًا بلا كلمات بهذه اللغة
    *[other] { $count } نص بلا كلمات بهذه اللغة
}
shape-words-taken = { $count ->
     [one] أُدخل نص واحد في المسودة.
     [two] أُدخل نصان في المسودة.
     [few] { $count } نصوص أُدخلت في المسودة.
     [many] { $count } نصًا أُدخل في المسودة.
    *[other] { $count } نص أُدخل في المسودة.
}
shape-words-refused = { $count ->
     [one] تُرك صف واحد.
     [two] تُرك صفان.
     [few] { $count } صفوف تُركت.
     [many] { $count } صفًا تُرك.
    *[other] { $count } صف تُرك.
}

## Modules and settings
shape-settings = الوحدات والإعدادات
shape-setting-types = الوحدات والاستمارات
shape-setting-names = أسماء الأشياء
shape-setting-case-code = رموز الملفات الجديدة
shape-setting-age-bands = الفئات العمرية
shape-setting-places = مستويات الأماكن
shape-setting-approvals = الموافقات
shape-types-note = ما يعمل به هذا المكتب. النوع أو الاستمارة التي تُوقَف لا تُعرض بعد ذلك؛ والملفات الموجودة تبقى مفتوحة لمن يعملون عليها.
shape-types-forms = { $on } من { $all } استمارة
shape-module-cp = حماية الطفل
shape-module-gbv = العنف القائم على النوع الاجتماعي
shape-names-note = كيف يسمي مكتبكم الأشياء حيث يستخدم البرنامج كلمته في العناوين والقوائم والأزرار. اترك الخانة فارغة لتبقى كلمة البرنامج.
shape-names-called = هنا: { $name }
shape-names-one = «{ $own }» يُسمى
shape-names-many = صفحة «{ $own }» تُسمى
shape-code-note = كيف تُكتب رموز الملفات الجديدة. الرموز التي أُعطيت لا تتغير أبدًا. رمز الموقع وحرف النوع والرقم المتسلسل وحرف التحقق موجودة دائمًا، حتى لا يعطي مكتبان الرمز نفسه.
shape-code-year = السنة
shape-code-year-two = رقمان
shape-code-year-four = أربعة أرقام
shape-code-year-none = بلا سنة؛ الأرقام تتوالى
shape-code-digits = خانات الرقم على الأقل
shape-code-joint = بين الأجزاء
shape-code-joint-hyphen = شرطة (-)
shape-code-joint-dot = نقطة (.)
shape-code-sample = هكذا ستبدو:
shape-bands-note = حيثما يُعدّ الناس حسب العمر يُعدّون في هذه الفئات. الفئة الأخيرة مفتوحة.
shape-bands = تبدأ كل فئة عند عمر
shape-bands-help = بالسنوات، ابتداء من 0 وتصاعديًا: 0، 6، 12، 15، 18.
shape-bands-from-to = { $first }–{ $last }
shape-bands-from = { $first } فأكثر
shape-places-note = بأي دقة يُذكر المكان حيث تجتمع عدة ملفات.
shape-places-reports = التقارير تعدّ حتى
shape-places-lists = القوائم تسمي الأماكن حتى
shape-place-country = البلد
shape-place-level = المستوى { $level }
shape-approvals-note = الاستمارات التي تطلب موافقة المشرف. حيث تُوقَف، يستغني المكتب عنها.
difference-type-taken-up = { $record }: يُستخدم من الآن
difference-type-given-up = { $record }: لم يعد يُستخدم؛ والملفات الموجودة تبقى مفتوحة
difference-renamed = «{ $thing }» يُسمى «{ $name }»
difference-approval-on = { $form }: يوافق عليها المشرف
difference-approval-off = { $form }: لم تعد تحتاج موافقة
difference-setting-changed = { $setting }: تغيّر
configuration-setting-types = { $place }: يجب أن يستخدم المكتب ملفات حماية الطفل أو الناجيات أو كليهما.
configuration-setting-case-code = { $place }: الرقم المتسلسل من 4 إلى 8 خانات.
configuration-setting-age-bands = { $place }: ابدأ بـ 0، وليكن كل عمر أعلى مما قبله، و12 فئة على الأكثر.
configuration-setting-names = { $place }: الاسم 40 حرفًا على الأكثر، في سطر واحد.
configuration-setting-places = { $place }: المستويات من 0 إلى 5.
configuration-setting-approvals = { $place }: ذُكرت استمارة ليس فيها أسئلة موافقة.
part-cp = حماية الطفل
part-gbv = العنف القائم على النوع الاجتماعي
uses-none = لا يستخدمه أي سجل
uses-few = يستخدمه أقل من 5 سجلات
uses-about = يستخدمه نحو { $count } سجل
uses-uncounted = لم يُعدّ بعد
uses-at-least = { $told }، وربما أكثر: أجزاء من بعض السجلات كانت مغلقة أمام من عدّ
uses-partly = { $told } (عُدّ { $counted } من { $teams } فرق)
uses-in-part = { $part }: { $told }
uses-told-by = ذكره { $name }، { $when }
uses-exact = { $count ->
     [one] يستخدمه سجل واحد
     [two] يستخدمه سجلان
     [few] تستخدمه { $count } سجلات
     [many] يستخدمه { $count } سجلا
    *[other] يستخدمه { $count } سجل
}
uses-closed = { $count ->
     [one] سجل واحد مغلق جزئيًا أمامك
     [two] سجلان مغلقان جزئيًا أمامك
     [few] { $count } سجلات مغلقة جزئيًا أمامك
     [many] { $count } سجلا مغلقًا جزئيًا أمامك
    *[other] { $count } سجل مغلق جزئيًا أمامك
}
uses-looked = { $count ->
     [one] فُحص سجل واحد.
     [two] فُحص سجلان.
     [few] فُحصت { $count } سجلات.
     [many] فُحص { $count } سجلا.
    *[other] فُحص { $count } سجل.
}
uses-count-title = عدّ أين يُستخدم هذا
uses-count-text = لن تسأل مسودة النماذج هذه عمّا يرد هنا. عُدّ في السجلات التي يمكنك فتحها ما يستخدمه منها. أنت وحدك ترى الأعداد الدقيقة؛ ومن يصوغ النماذج تصله أعداد مقرّبة.
uses-count-now = العدّ في سجلاتي
uses-publish = إبلاغ الأعداد المقرّبة
uses-published = أُبلغت الأعداد المقرّبة.
uses-will-tell = سيُبلَّغ هكذا: { $told }
uses-to-count = مسودات نماذج تنتظر العدّ
uses-open = { $count ->
     [one] شيء واحد لم يُعدّ بعد
     [two] شيئان لم يُعدّا بعد
     [few] { $count } أشياء لم تُعدّ بعد
     [many] { $count } شيئًا لم يُعدّ بعد
    *[other] { $count } شيء لم يُعدّ بعد
}
uses-all-counted = عُدّت؛ يمكنك العدّ من جديد
uses-warning = { $count ->
     [one] لم يعدّ الجميع بعد كم سجلا يستخدم شيئًا واحدًا سيُترك.
     [two] لم يعدّ الجميع بعد كم سجلا يستخدم شيئين سيُتركان.
     [few] لم يعدّ الجميع بعد كم سجلا يستخدم { $count } أشياء ستُترك.
     [many] لم يعدّ الجميع بعد كم سجلا يستخدم { $count } شيئًا سيُترك.
    *[other] لم يعدّ الجميع بعد كم سجلا يستخدم { $count } شيء سيُترك.
}
shape-seal = تصدير مختوم
shape-seal-text = لا يُفتح الملف إلا بعبارة السر التي تختارها هنا، في أمبارو أو بأداة age. أبلغها من سيفتح الملف بطريق غير طريق الملف.
shape-seal-go = اختيار المكان والختم
shape-sealed = خُتمت النماذج في الملف.
shape-passphrase = عبارة السر
shape-open-sealed = فتح
words-row-placeholders = ينقص موضع بين قوسين معقوفين، أو يوجد موضع لا ينتمي إلى النص.
difference-words-changed = تغيرت نصوص البرنامج بـ{ $tongue }
shape-fluent = نصوص البرنامج (Fluent)
shape-fluent-text = نصوص البرنامج بلغة واحدة في ملف Fluent للمترجمين. تبدأ لغة جديدة بعلامتها: صدّرها واطلب ترجمتها ثم استوردها. ما لم يُترجم يظهر بالإنجليزية. ويضم جدول النصوص الكلمات نفسها إلى جانب نصوص النماذج.
shape-fluent-tag = علامة اللغة
shape-fluent-tag-help = en أو fr أو ar أو es، أو علامة جديدة مثل ku أو ckb أو pt-BR
shape-fluent-out = تصدير النصوص
shape-fluent-in = إدخال نصوص
shape-missing-program = { $count ->
     [one] نص واحد من نصوص البرنامج بلا ترجمة بهذه اللغة
     [two] نصان من نصوص البرنامج بلا ترجمة بهذه اللغة
     [few] { $count } نصوص من نصوص البرنامج بلا ترجمة بهذه اللغة
     [many] { $count } نصًا من نصوص البرنامج بلا ترجمة بهذه اللغة
    *[other] { $count } نص من نصوص البرنامج بلا ترجمة بهذه اللغة
}
shape-passphrase-again = عبارة السر مرة أخرى
