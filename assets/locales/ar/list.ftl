## Home

home-title = الرئيسية
home-current = الحالات الجارية
home-overdue = متأخرة
home-due = مستحقة قريبًا
home-high = خطر مرتفع
home-incomplete = غير مكتملة
home-from-others = من مكاتب أخرى
home-drafts = المسودات
home-proposals = بانتظار موافقتك

## The list of cases

list-title = الحالات
list-new = تسجيل طفل
list-search = الاسم بأي حروف أو الرمز أو الهاتف
list-empty = لا توجد حالات هنا
list-empty-text = يظهر هنا الأطفال الذين تسجلهم والذين أُسندوا إليك.
list-nothing-found = لا شيء يطابق بحثك
list-nothing-found-text = جرّب جزءًا أقصر من الاسم أو كتابة أخرى له.
list-filling = لا يزال البحث قيد التحضير، وقد تظهر نتائج أخرى.
list-sounds-like = يُنطق مثله
list-codes-only = الرموز فقط
column-code = الرمز
column-name = الاسم
column-age = العمر
column-sex = الجنس
column-status = الوضع
column-risk = الخطر
column-place = المكان
column-due = الخطوة التالية
column-owner = أخصائي الحالة
column-registered = تاريخ التسجيل
column-changed = آخر تعديل
column-office = المكتب
show-current = الجارية
show-all = الكل
due-overdue = متأخرة: { $date }
due-on = تستحق في { $date }
due-none = لا شيء مستحق
risk-high = مرتفع
risk-medium = متوسط
risk-low = منخفض
risk-immediate = فوري
risk-none = لم يُقيَّم
status-identified = محددة
status-not-eligible = غير مؤهلة
status-open = مفتوحة
status-closed = مغلقة
status-transferred = محوّلة
status-duplicate = مكررة

## What is due: the clocks of the configuration

clock-next = الخطوة التالية
clock-first-response = الاستجابة الأولى
clock-registration = التسجيل
clock-assessment = التقييم
clock-case-plan = خطة الحالة
clock-follow-up = المتابعة
clock-review = المراجعة
clock-file-check = فحص الملف
clock-first-visit-after-placement = أول زيارة بعد الإيداع
clock-visits-after-placement = زيارة بعد الإيداع
clock-check-after-placement = فحص بعد الإيداع
clock-final-contact = آخر تواصل بعد الإغلاق
clock-referral-acknowledged = الرد على الإحالة

## Lists of other records

list-empty-other = لا شيء هنا بعد
list-empty-other-text = يظهر هنا ما تضيفه أنت وما يشاركه الآخرون معك.
list-show-names = إظهار الأسماء
list-hide-names = إخفاء الأسماء
names-hidden = الأسماء مخفية

## What the program knows of each record

fact-team = الفريق
fact-agency = المنظمة
fact-step = خطوة الحالة
fact-mine = حالاتي
fact-created = إنشاء السجل
fact-passed = أُسندت أو حُوّلت
mine-own = أنا المسؤول عنها
mine-referred = محالة إليّ
owners-left = ومن غادروا أيضًا ({ $count })
owner-left = { $name } (غادر)
fact-due = موعد الاستحقاق
fact-consent = الموافقة مكتملة
fact-registration = التسجيل مكتمل
fact-met = آخر تواصل
fact-closed = أُغلقت في

## Filters of a list

filter-add = تصفية
filter-change = تغيير التصفية
filter-use = استخدام
filter-by = التصفية حسب
filter-by-help = أي سؤال من أي استمارة يحق لك قراءتها. اكتب جزءًا منه.
filter-how = كيف
filter-answers = الإجابات
filter-from = من
filter-to = إلى
filter-text = النص
filter-text-help = أي جزء منه، بأي كتابة.
filter-places = الأماكن
filter-places-help = ما يقع داخل المكان يُحسب معه.
filters-on = التصفيات
filters-any = يكفي واحدة منها
filter-is = { $question }: { $answer }
filter-not = { $question }: ليس { $answer }
filter-blank = { $question }: فارغ
filter-filled = { $question }: غير فارغ
how-one-of = واحد من
how-none-of = ليس أيًا من
how-between = يقع بين
how-not-between = لا يقع بين
how-within = يقع في
how-not-within = لا يقع في
how-contains = يحتوي على
how-not-contains = لا يحتوي على
how-days = محسوبًا من اليوم
how-blank = فارغ
how-filled = غير فارغ
days-last = خلال آخر { $days } يومًا
days-next = خلال { $days } يومًا القادمة
days-before = قبل أكثر من { $days } يومًا
days-between = من { $from } إلى { $to } يومًا من اليوم
range-between = { $from } إلى { $to }
range-from = من { $from }
range-to = حتى { $to }
date-not-whole = هذا ليس تاريخًا بعد.
facts-of-program = كل سجل
question-in-form = { $question } ({ $form })
list-nothing-fits-text = أزل إحدى التصفيات، أو جرّب جزءًا أقصر من الاسم أو كتابة أخرى له.
list-reading = { $count ->
     [one] تُقرأ إجابات سجل واحد لهذه القائمة. يحدث هذا مرة واحدة حتى القفل.
    *[other] تُقرأ إجابات { $count } من السجلات لهذه القائمة. يحدث هذا مرة واحدة حتى القفل.
}

## Columns and views

columns-title = الأعمدة
columns-usual = الأعمدة المعتادة
columns-close = صفوف متقاربة
column-add = إضافة عمود
column-up = نقل { $column } نحو البداية
column-down = نقل { $column } نحو النهاية
column-width = عرض { $column }
views-title = طريقة العرض
view-usual = العرض المعتاد
view-keep = حفظ طريقة العرض هذه
view-keep-text = تُحفظ التصفيات والأعمدة والترتيب؛ أما ما في مربع البحث فلا يُحفظ.
view-keep-new = حفظ كطريقة عرض جديدة
view-change = استبدال
view-drop = إزالة طريقة العرض
view-name = اسم طريقة العرض
view-share = مشاركتها
view-share-text = كل من يعمل على هذه السجلات في هذا المكتب يرى الاسم والتصفيات. ولا يرى إلا السجلات التي يحق له قراءتها أصلا. لا تضع فيها اسم أي طفل.
view-shared = { $name } (مشتركة)
view-by = { $name } ({ $person })
view-lacking = { $name } (تسأل عمّا لا يحق لك قراءته، أو عمّا لم يعد يُسأل)

## Several records

mark-row = تحديد هذا السجل
mark-page = تحديد كل ما في هذه الصفحة
selection = ما يمكن فعله بالقائمة
selection-count = { $count ->
     [one] حُدّد واحد
    *[other] حُدّد { $count }
}
selection-all = تحديد كل المطابقات وعددها { $count }
selection-none = إلغاء التحديد
list-print = طباعة القائمة
list-visits = ورقة الزيارات
visits-seen = ما شوهد وما اتُّفق عليه
list-printed = طبعها { $name }، { $when }. احفظها في مكان آمن وأتلفها بعد ذلك.
list-export = حفظ كجدول بيانات
list-exported = { $count ->
     [one] كُتب جدول بيانات فيه سجل واحد. وهو غير مختوم: احفظه حيث لا يقرؤه أحد غيرك.
    *[other] كُتب جدول بيانات فيه { $count } من السجلات. وهو غير مختوم: احفظه حيث لا يقرؤه أحد غيرك.
}
walk-place = { $place } من { $total }
walk-before = السابق في القائمة
walk-after = التالي في القائمة
walk-back = العودة إلى القائمة

## Search everywhere

search-kind-page = صفحة
search-kind-command = أمر
search-kind-form = استمارة
