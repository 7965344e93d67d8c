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
