## Words that every page uses

program-name = أمبارو

## Actions

save = حفظ
cancel = إلغاء
back = رجوع
close = إغلاق
next = التالي
previous = السابق
go-on = متابعة
finish = إنهاء
edit = تعديل
open = فتح
search = بحث
filter = تصفية
clear = مسح
clear-all = مسح الكل
add = إضافة
remove = إزالة
add-row = إضافة صف
add-another = إضافة عنصر آخر
remove-row = إزالة هذا الصف
remove-item = إزالة { $item }
choose = اختيار
choose-file = اختيار ملف
choose-folder = اختيار مجلد
change = تغيير
copy = نسخ
print = طباعة
undo = تراجع
redo = إعادة
undo-action = تراجع عن: { $action }
try-again = حاول مرة أخرى
confirm = تأكيد
accept = قبول
refuse = رفض
stop = إيقاف
show = إظهار
hide = إخفاء
show-more = عرض المزيد
lock = قفل
hide-screen = إخفاء الشاشة
sign-out = تسجيل الخروج
help = مساعدة
settings = الإعدادات
keys = مفاتيح الاختصار
menu = القائمة

## Answers

yes = نعم
no = لا
unknown = غير معروف
not-answered = لا توجد إجابة
none = لا شيء
required = مطلوب
optional = اختياري
choose-one = اختر إجابة واحدة
choose-any = اختر كل ما ينطبق
read-only = يمكنك قراءة هذه الصفحة ولا يمكنك تعديلها.
type-to-search = اكتب للبحث
nothing-found = لم يُعثر على شيء
lookup-more = اكتب المزيد لتضييق القائمة

## Covered sections and photos

covered = محجوب
cover-again = حجب من جديد
covered-section = هذا القسم محجوب. انظر حولك قبل إظهاره.
show-section = إظهار هذا القسم
photo = صورة
photo-covered = صورة محجوبة
photo-none = لا توجد صورة
photo-of = صورة { $who }
photo-add = إضافة صورة
photo-change = تغيير الصورة

## Errors

error-title = راجع هذه الإجابات
error-word = مشكلة
error-count = { $count ->
     [zero] لا توجد مشكلات.
     [one] هناك مشكلة واحدة للمراجعة.
     [two] هناك مشكلتان للمراجعة.
     [few] هناك { $count } مشكلات للمراجعة.
     [many] هناك { $count } مشكلة للمراجعة.
    *[other] هناك { $count } مشكلة للمراجعة.
}
nothing-lost = لم يُفقد أي شيء.

## Progress

working = جاري العمل
loading = جاري التحميل
done = تمّ
stopped = تم الإيقاف. لم يتغير أي شيء.
progress-of = { $done } من { $total }
stopping = جاري الإيقاف

## Counts and sizes

count-cases = { $count ->
     [zero] لا حالات
     [one] حالة واحدة
     [two] حالتان
     [few] { $count } حالات
     [many] { $count } حالة
    *[other] { $count } حالة
}
count-people = { $count ->
     [zero] لا أحد
     [one] شخص واحد
     [two] شخصان
     [few] { $count } أشخاص
     [many] { $count } شخصًا
    *[other] { $count } شخص
}
count-places = { $count ->
     [zero] لا أماكن
     [one] مكان واحد
     [two] مكانان
     [few] { $count } أماكن
     [many] { $count } مكانًا
    *[other] { $count } مكان
}
count-rows = { $count ->
     [zero] لا صفوف
     [one] صف واحد
     [two] صفان
     [few] { $count } صفوف
     [many] { $count } صفًا
    *[other] { $count } صف
}
count-selected = { $count ->
     [zero] لم يُحدَّد شيء
     [one] حُدِّد عنصر واحد
     [two] حُدِّد عنصران
     [few] حُدِّدت { $count } عناصر
     [many] حُدِّد { $count } عنصرًا
    *[other] حُدِّد { $count } عنصر
}
size-bytes = { $count ->
     [zero] 0 بايت
     [one] بايت واحد
     [two] بايتان
     [few] { $count } بايتات
     [many] { $count } بايتًا
    *[other] { $count } بايت
}
size-kilobytes = { $amount } كيلوبايت
size-megabytes = { $amount } ميغابايت
size-gigabytes = { $amount } غيغابايت

## The status line at the foot

status-line = الحالة الآن
status-saved = حُفظ { $when }
status-draft = حُفظت المسودة { $when }
status-not-saved = لم يُحفظ بعد
status-backup = آخر نسخة احتياطية: { $when }
status-backup-none = لا توجد نسخة احتياطية بعد
status-locks-in = { $seconds ->
     [zero] يُقفل الآن
     [one] يُقفل بعد ثانية واحدة
     [two] يُقفل بعد ثانيتين
     [few] يُقفل بعد { $seconds } ثوان
     [many] يُقفل بعد { $seconds } ثانية
    *[other] يُقفل بعد { $seconds } ثانية
}
sample-office-mark = مكتب تجريبي: جميع الأشخاص هنا من نسج الخيال

## Moving about

nav-main = الصفحات الرئيسية
nav-sections = الأقسام
nav-context = عن هذا السجل
skip-to-content = الانتقال إلى المحتوى
page-home = الرئيسية
page-cases = الحالات
page-people = الأشخاص
page-places = الأماكن
page-exchange = التبادل
page-settings = الإعدادات
page-gallery = معرض العناصر

## Keys

keys-title = جميع مفاتيح الاختصار
key-search = بحث في كل مكان
key-new = حالة جديدة
key-rows = الصف التالي أو السابق
key-open = فتح الصف
key-peek = نظرة دون فتح
key-mark = تحديد الصف
key-walk = السجل السابق أو التالي في القائمة
key-back = رجوع أو إغلاق
key-sections = الانتقال إلى قسم
key-filter = تصفية القائمة
key-text-size = نص أكبر أو أصغر أو عادي
key-help = مساعدة لهذه الصفحة
key-backup = إنشاء نسخة احتياطية
key-keys = عرض جميع مفاتيح الاختصار

## Comfort

language = اللغة
theme = الألوان
theme-system = مثل الجهاز
theme-light = فاتح
theme-dark = داكن
theme-contrast = تباين عال
text-size = حجم النص
density = المسافات
density-comfortable = مريحة
density-compact = متقاربة
numerals = الأرقام
numerals-western = 0123456789
numerals-eastern = ٠١٢٣٤٥٦٧٨٩
month-names = أسماء الأشهر
month-names-levantine = كانون الثاني، شباط، آذار
month-names-egyptian = يناير، فبراير، مارس

## Lists

pager = صفحات القائمة
pager-rows = من { $first } إلى { $last }، والمجموع { $total }
count-found = { $count ->
     [zero] لا نتائج
     [one] نتيجة واحدة
     [two] نتيجتان
     [few] { $count } نتائج
     [many] { $count } نتيجة
    *[other] { $count } نتيجة
}

## Types of record

page-incidents = الحوادث
page-tracing-requests = طلبات البحث عن الأسرة
page-families = الأسر
page-registry = الدليل
page-survivors = الناجيات والناجون
page-gbv-incidents = حوادث العنف القائم على النوع الاجتماعي
type-case = حالة
type-incident = حادثة
type-tracing-request = طلب بحث عن الأسرة
type-family = أسرة
type-registry = قيد في الدليل
type-survivor = شخص ناج
type-gbv-incident = حادثة عنف قائم على النوع الاجتماعي
new-named = جديد: { $name }
new-incident = حادثة جديدة
new-tracing-request = طلب بحث جديد
new-family = أسرة جديدة
new-registry = قيد جديد في الدليل
new-survivor = تسجيل شخص ناج
new-gbv-incident = حادثة عنف جديدة
language-own-name = العربية
