## People of the office

people-title = الأشخاص
people-empty = لا يوجد هنا سواك حتى الآن
people-empty-text = اقترح أخصائي حالة. يقبله المشرف ثم يختار كلمة المرور بنفسه.
people-propose = اقتراح شخص
people-propose-text = لا يملك الحساب أي مفتاح إلى أن يقبله المشرف.
people-admit = قبول
people-admit-text = لا تقبل إلا من تعرفه. سيرى حالات فريقه بحسب دوره.
people-one-time-title = كلمة مرور لمرة واحدة
people-one-time-text = سلّمها إلى { $name } شخصيًا. تظهر الآن فقط وتعمل مرة واحدة.
person-name = الاسم
person-login = اسم الدخول
person-role = الدور
person-team = الفريق
person-standing = الوضع
team-add = إضافة فريق
team-name = اسم الفريق
role-admin = مدير النظام
role-caseworker = أخصائي حالة
role-supervisor = مشرف
role-tracing-officer = مسؤول البحث عن الأسر
role-gbv-caseworker = أخصائي حالات العنف القائم على النوع الاجتماعي
role-gbv-supervisor = مشرف حالات العنف القائم على النوع الاجتماعي
standing-proposed = مقترح
standing-admitted = مقبول ولم يدخل بعد
standing-active = نشط
standing-disabled = معطّل

## More about people

people-few = لا يوجد حتى الآن سوى الشخصين الأولين
people-note-supervisor = يقترح مدير النظام الأشخاص، وتقبل أنت من تعرفهم.
people-one-time-done = سلّمتها
people-proposed = تم الاقتراح. يقبل المشرف هذا الشخص في صفحة «الأشخاص».
people-team-missing = اختر فريقًا.
people-teams = الفرق

## The one-time password

people-one-time-copied = نُسخت. تبقى في الحافظة إلى أن يُنسخ شيء آخر.
