## A record

record-new = حالة جديدة
record-of-office = من { $office }، للقراءة فقط
record-owner = أخصائي الحالة: { $name }
record-history = السجل الزمني
record-history-empty = لم يُحفظ أي شيء بعد.
record-changed-fields = { $count ->
     [zero] لم تتغير أي إجابة
     [one] تغيرت إجابة واحدة
     [two] تغيرت إجابتان
     [few] تغيرت { $count } إجابات
     [many] تغيرت { $count } إجابة
    *[other] تغيرت { $count } إجابة
}
record-closed-fields = { $count ->
     [zero] لا تغييرات محجوبة عنك
     [one] تغيير واحد محجوب عنك
     [two] تغييران محجوبان عنك
     [few] { $count } تغييرات محجوبة عنك
     [many] { $count } تغييرًا محجوبًا عنك
    *[other] { $count } تغيير محجوب عنك
}
record-was = كان
record-now = الآن
record-closed-section = هذا القسم محجوب عنك.
record-section-complete = مكتمل
record-section-incomplete = غير مكتمل
record-section-progress = { $filled } من { $needed } إجابات مطلوبة
record-mark-complete = هذا النموذج مكتمل
record-save-with-problems = الحفظ رغم ذلك
record-saved = تم الحفظ.
record-saved-as = حُفظت برقم { $code }.
record-leave-title = هل تخرج دون حفظ؟
record-leave-text = يُحفظ عملك كمسودة. تجده في الصفحة الرئيسية.
record-stay = البقاء هنا
record-leave = حفظ كمسودة والخروج
record-open-copy = إعداد نسخة لمكتب آخر
record-look-alike = يوجد طفل مسجل باسم مشابه. تحقق قبل المتابعة.
record-age = العمر
record-age-estimated = نحو { $age }

## Drafts

drafts-title = المسودات
drafts-empty = لا توجد مسودات
drafts-empty-text = يُحفظ هنا العمل الذي لم تحفظه بعد، حتى عند انقطاع الكهرباء.
draft-new = طفل لم يُسجَّل بعد
draft-open = متابعة هذه المسودة
draft-drop = حذف هذه المسودة
draft-drop-sure = لا يمكن استرجاع هذه المسودة.
draft-found = يوجد عمل لم يُحفظ ({ $when }). فُتح من جديد.

## Print

print-made-by = طبعه { $name }، { $when }
print-confidential = سري. يُحفظ في مكان مقفل ويُتلف عند انتهاء الحاجة إليه.

## The page of a case

record-title = الحالة
record-new-text = ابدأ بالموافقة. يمكنك الحفظ في أي وقت، ولا يلزم أن يكون شيء مكتملا.
record-done-editing = إنهاء التعديل
record-saved-at = حُفظ، { $time }
record-name-covered = الاسم مستور
record-show-name = إظهار الاسم
record-share = إرسال إلى مكتب آخر
record-unsaved-shown = بعض هذه الإجابات لم يُحفظ بعد، وهي محفوظة كمسودة.
record-changed-meanwhile = حفظ شخص آخر هذه الحالة بعد أن فتحتها.
record-take-over-text = إجاباتك محفوظة. افتح أحدث نسخة وفوقها إجاباتك، وراجعها ثم احفظ.
record-take-over = فتح الأحدث مع إجاباتي
record-older-draft = بدأت مسودتك على نسخة أقدم. ستبقى في مسوداتك؛ افتح أحدث نسخة للمقارنة.
record-open-newest = فتح أحدث نسخة
draft-waits = لديك عمل غير محفوظ على هذه الحالة من { $when }.

## Questions and answers

field-closed = مغلق أمامك
field-covered = مستور
private-show = إظهار الأسماء وجهات الاتصال
private-cover = ستر الأسماء وجهات الاتصال
guiding = أسئلة مساعدة
stand-ins = إذا لم توجد إجابة
age-to-birth = كتابة { $year } سنة للميلاد، تقديرًا
person-me = { $name } (أنت)
person-not-known = شخص غير معروف هنا
agency-own = منظمتنا ({ $office })
agency-not-known = منظمة غير معروفة هنا
place-not-known = مكان ليس في قائمتك
place-walk = الاختيار خطوة خطوة
place-level = الخطوة { $number }
another-case = حالة أخرى
photo-being-read = تُقرأ الصورة وتُصغَّر
photo-remove = إزالة الصورة
photo-make-main = اجعلها الصورة الرئيسية
photo-is-main = هذه هي الصورة الرئيسية الآن.
file-photo = صورة، { $size }
file-audio = تسجيل صوتي، { $size }
file-document = نسخة وثيقة، { $size }
signature-signer = اسم الموقّع
signature-date = تاريخ التوقيع
signature-folder = رقم الملف الورقي
signed-on-paper = { $signer }، { $date }، على ورق في الملف { $folder }
signed-drawn = { $signer }، { $date }، مرسوم على الشاشة
signed-thumbprint = { $signer }، { $date }، بصمة إبهام
field-in-row = { $rows }: { $cell }
answer-with-label = { $label }: { $answer }
row-empty = لم يُكتب شيء بعد
row-removed = أُزيل الصف. يعيده Ctrl+Z.

## A copy for another office

share-unsaved = لا يُرسل إلا المحفوظ. احفظ أولا إن أردت إرسال آخر ما كتبت.
share-allowed-by = مسموح بالإجابة عن: { $question }
share-withhold = طلب الشخص حجب هذا. اقرأه قبل الختم.
share-counts = الإجابات: { $fields }. الصور والوثائق: { $files }. نسخ السجل: { $revisions }.
share-sealed-number = الرقم { $number } إلى هذا المكتب، { $size }

## On paper

print-title = طباعة استمارة
print-form = أي استمارة
print-filled = مع الإجابات
print-blank = فارغة، للتعبئة باليد
print-with-names = مع الأسماء وجهات الاتصال والأرقام
print-left-out = محذوف من الورق
print-code-blank = الرمز: ____________________
print-sign-child = الطفل
print-sign-caregiver = مقدم الرعاية
print-sign-caseworker = أخصائي الحالة
print-sign-supervisor = المشرف

## A record with several forms

record-itself = هذا السجل
record-new-text-other = يمكنك الحفظ في أي وقت، ولا يلزم أن يكون شيء مكتملا.
record-taken-over = نُقلت بعض الإجابات من { $code }. راجعها: من الآن فصاعدًا يحتفظ كل سجل بإجاباته.
step-intake = الاستقبال والموافقة
step-registration = التسجيل
step-assessment = التقييم
step-work = الخطة والعمل
step-care = الرعاية
step-tracing = البحث عن الأسرة ولمّ الشمل
step-special = إجراءات خاصة
step-closure = الوثائق والإغلاق
form-begun = بدأ العمل به
form-empty = فارغ
form-begin = بدء هذا النموذج
form-begin-text = لم يُكتب شيء في هذا النموذج بعد.
form-not-yours = يمكنك قراءة هذا النموذج. تملؤه أدوار أخرى أو البرنامج نفسه.
question-find = البحث عن سؤال
question-none = لا يوجد نموذج أو قسم أو سؤال بهذه الكلمات.
around-title = حول هذا السجل
around-empty = لا شيء مرتبط بهذا السجل بعد.
around-member = حالة لأحد أفراد الأسرة
around-child = حالة لطفل من هذه الأسرة
around-family-told = أصبحت الأسرة تذكر هذه الحالة.
around-family-not-told = حُفظت الحالة، لكن تعذّر تعديل سجل الأسرة. أضف هذه الحالة إليه بنفسك.
print-all-forms = كل النماذج
print-blank-forms = نماذج فارغة
version-new = نسخة جديدة
version-before = النسخ السابقة
version-none = لا توجد نسخة سابقة بعد.
version-complete = النسخة { $version }، مكتملة. تبقى كما أُجيب عنها حينها. عندما تتغير إجابة، ابدأ نسخة جديدة.
version-begun = تبدأ النسخة { $version } بإجابات النسخة الأخيرة. راجعها واطلب التوقيع من جديد ثم أعلنها مكتملة.
version-unfinished = النسخة { $version }، لم تكتمل بعد.
version-of = النسخة { $version }، { $when }، { $name }
record-age-in-group = { $age } (الفئة { $group })
