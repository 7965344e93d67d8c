## Told of an import from Primero. The name is the code of the remark, of its place (remark-area-) or of the refusal (primero-).

## Came along as it was
remark-understood = نُقل كما هو.

## Came along, but changed
remark-field-renamed = تعذّر إبقاء الاسم: الأول هو الاسم في الملف، والثاني هو الاسم هنا.
remark-form-renamed = معرّف النموذج لا يصلح هنا أو هو مستعمل، فأُعطي النموذج معرّفًا جديدًا.
remark-list-renamed = معرّف القائمة لا يصلح هنا أو كان مكررًا، فأُعطيت القائمة معرّفًا جديدًا.
remark-form-for-each-module = النموذج تابع لحماية الطفل وللعنف القائم على النوع الاجتماعي معًا: هنا لكل منهما نموذجه.
remark-module-assumed = لا يذكر النموذج العمل الذي يتبعه، فعُدّ من نماذج حماية الطفل.
remark-tally-as-numbers = صارت العدّادات أعدادًا لها مجموع يُحسب تلقائيًا.
remark-range-as-two-dates = صارت الفترة تاريخين: بداية ونهاية.
remark-radio-as-select = صارت أزرار الاختيار قائمة يُختار منها خيار واحد.
remark-time-dropped = يُحفظ اليوم فقط، ولا تُنقل الساعة.
remark-one-answer-only = كان يمكن في Primero اختيار عدة أماكن أو أشخاص أو منظمات؛ هنا خيار واحد فقط.
remark-files-as-rows = كان يمكن في Primero إضافة عدة صور أو أصوات أو مستندات؛ هنا لكل منها صف.
remark-one-file-only = هذا السؤال موجود في صف أصلًا، فلا يتسع إلا لصورة واحدة أو صوت واحد أو مستند واحد.
remark-options-missing-as-text = الخيارات ليست في الملف أو لا توجد إلا في Primero: يُكتب الجواب هنا نصًا.
remark-groups-as-options = الخيارات هي مجموعات المستخدمين في الملف كما هي الآن.
remark-nested-beside = الصفوف التي كانت داخل صفوف صارت بجانبها، ولا يُحفظ أيها كان يتبع أيها.
remark-calculation-typed = كان يُحسب في Primero، ويُكتب هنا باليد، لأن الصفوف لا حساب فيها.
remark-average-whole = يُقرَّب المتوسط هنا إلى عدد صحيح.
remark-hidden-counts-as-blank = ما دامت هذه الأسئلة مخفية تعدّها الشروط فارغة، أما Primero فكان يأخذ بما كان فيها من قبل.
remark-tick-words-joined = صار النص الذي بجانب مربع التأشير بعد السؤال.
remark-words-in-help = صار نص التوقيع أو نص المثال في المساعدة.
remark-markup-taken-out = حُذفت الوسوم والرموز غير المرئية من النص.
remark-words-cut = قُصّت النصوص التي تزيد على 2000 حرف.
remark-label-from-name = لم تكن هناك تسمية، فوُضع الاسم مكانها.
remark-heading-follows-questions = يظهر العنوان كلما ظهر سؤال تحته.
remark-required-when-complete = تُطلب الأجوبة الإلزامية عند وضع علامة الاكتمال على النموذج، ويمكن حفظ المسودة من دونها.
remark-completion-as-required = كان يُحتسب في Primero ضمن نسبة الاكتمال، وهو هنا لازم لوضع علامة الاكتمال على النموذج.
remark-as-in-office = هذا المكتب يسأل السؤال نفسه: يبقى نوعه وجزء السجل الذي هو فيه، وتضاف إليه خيارات الملف.
remark-as-in-first-form = يسأل نموذج سابق في الملف السؤال نفسه: خياراته وصفوفه وحسابه هي المعتمدة.
remark-switched-off = كان مخفيًا في Primero، ويبقى مخفيًا هنا حتى يُظهره مدير النظام من جديد.
remark-rows-in-part = لم يكن Primero يُظهر إلا بعض أسئلة هذه الصفوف، والباقي مخفي هنا.
remark-groups-as-order = حُفظت مجموعات النماذج ترتيبًا للنماذج وعناوين مقترحة.
remark-role-as-ours = الدور يشبه دورًا موجودًا هنا، ولا يُمنح لأحد بهذا.

## Left behind
remark-unknown-type = نوع سؤال لا يوجد في الإصدار 2 من Primero.
remark-custom-field = سؤال يعرضه Primero بطريقة خاصة به.
remark-unknown-record-type = نموذج لنوع من السجلات غير معروف هنا.
remark-other-module = نموذج لعمل غير موجود هنا، مثل رصد الانتهاكات الجسيمة.
remark-record-not-in-module = نموذج لنوع من السجلات لا يوجد هنا في مجال العمل هذا.
remark-built-in-page = صفحة من Primero ليس فيها أسئلة خاصة بها، ولأمبارو صفحته لذلك.
remark-empty-form = نموذج لم يبق فيه أي سؤال.
remark-doubled = المعرّف نفسه مكرر في الملف، والأول هو المعتمد.
remark-no-id = لا يوجد معرّف صالح؛ الرقم هو الموضع في الملف.
remark-rows-missing = أسئلة هذه الصفوف ليست في الملف.
remark-rows-unused = أسئلة لصفوف لا يعرضها أي نموذج.
remark-rows-loop = صفوف تحتوي على نفسها.
remark-rows-too-deep = صفوف داخل صفوف بمستويات أكثر مما يجوز.
remark-rows-empty = صفوف لم يبق فيها أي سؤال.
remark-two-meanings = في نموذج آخر من الملف سؤال بهذا الاسم من نوع آخر.
remark-bad-option = خيار ليس له معرّف صالح.
remark-option-conditions = كانت بعض الخيارات لا تُعرض إلا مع أجوبة معينة؛ هنا تُعرض كلها.
remark-option-tags = لا تُنقل العلامات الموضوعة على الخيارات.
remark-condition = لا يمكن قراءة الشرط أو التعبير عنه هنا: يظهر السؤال دائمًا.
remark-condition-on-unknown = يذكر الشرط شيئًا لا يوجد في أي نموذج: يظهر السؤال دائمًا.
remark-condition-off = كان الشرط معطلا في Primero.
remark-condition-loop = الشرط متوقف على نفسه: يظهر السؤال دائمًا.
remark-condition-chain = الشرط في آخر سلسلة من أكثر من مئة شرط: يظهر السؤال دائمًا.
remark-calculation = لا يمكن قراءة الحساب أو التعبير عنه هنا: يُملأ الجواب باليد.
remark-calculation-on-unknown = يذكر الحساب شيئًا لا يوجد في أي نموذج: يُملأ الجواب باليد.
remark-calculation-loop = الحساب متوقف على نفسه: يُملأ الجواب باليد.
remark-calculation-across-parts = يستعمل الحساب أجزاء من السجل لا يحق للجميع قراءتها: يُملأ الجواب باليد.
remark-default = الجواب المقترح لا يناسب سؤاله.
remark-date-rule = قاعدة للتواريخ غير معروفة هنا، فلا تُفحص التواريخ بها.
remark-heading-in-rows = عنوان داخل صفوف.
remark-empty-heading = عنوان لا شيء تحته.
remark-read-only = كان يُقرأ في Primero ولا يُغيَّر؛ هنا يمكن ملؤه.
remark-hidden-in-view = كان Primero يخفيه عند الاكتفاء بقراءة السجل؛ هنا يظهر عندئذ أيضًا.
remark-hide-name-switch = لا يُنقل مفتاح إخفاء الاسم: هنا تظهر الأسماء لمن يحق له قراءتها فقط.
remark-matching = كان يدخل في مطابقة طلبات البحث في Primero؛ هنا لا يدخل فيها.
remark-row-filter = كان Primero لا يُظهر إلا صفوفًا معينة حسب محتواها، وهذه القاعدة لا تُنقل.
remark-row-order = لا يُنقل ترتيب الصفوف ولا تجميعها.
remark-row-rules = لا تُنقل قاعدة الاكتفاء بإضافة الصفوف، ولا الصفوف الفارغة في البداية.
remark-appearance = لا تُنقل الروابط والصفوف المطوية والقوالب وغيرها من إعدادات المظهر.
remark-locked = لم يكن مدير النظام يستطيع تغييره في Primero؛ هنا يمكن تغييره.
remark-agency-files = لا تُنقل شعارات المنظمات ولا شروط الاستخدام الخاصة بها.
remark-role = الدور لا يشبه أي دور موجود هنا، فيُذكر فقط.
remark-report = يُذكر التقرير فقط، ويجب إعداده هنا من جديد.
remark-report-on-unknown = يعدّ التقرير أسئلة لم تُنقل.
remark-contact = لا تُنقل بيانات الاتصال بأشخاص النظام الآخر.
remark-unknown-part = في الملف أجزاء أخرى لا توجد في أي إصدار 2 من Primero.
remark-too-much = العدد هنا أكبر مما يحتاج إليه أي مكتب: تُرك ما بعده.
remark-bad-language = لا تُنقل النصوص التي لا تُعرف لغتها.
remark-refused = لم يجتز النموذج الفحص الأخير.

## Where in the file
remark-area-file = الملف كله
remark-area-form = نموذج
remark-area-list = قائمة خيارات
remark-area-role = دور
remark-area-group = مجموعة مستخدمين
remark-area-agency = منظمة
remark-area-report = تقرير
remark-area-contact = جهة اتصال

## Why a file was refused as a whole
primero-too-large = الملف أكبر من أن يكون إعدادات Primero.
primero-too-deep = عناصر الملف متداخلة بمستويات أكثر مما يجوز.
primero-too-many = في الملف أكثر مما يكون في إعدادات Primero.
primero-not-json = الملف تالف أو ليس ملف إعدادات.
primero-not-a-configuration = الملف ليس إعدادات أمبارو ولا إعدادات Primero.
primero-missing = ينقص الملف جزء لا تخلو منه أي إعدادات لـ Primero.
primero-not-an-array = في جزء من الملف شيء آخر في موضع القائمة.
primero-other-version = الملف من إصدار آخر من Primero؛ لا يمكن قراءة غير الإصدار 2.
primero-nothing-usable = لا يمكن نقل أي نموذج من الملف.
primero-stopped = أُوقفت قراءة الملف.
