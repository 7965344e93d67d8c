# The end of somebody's access, changes of people, the code of conduct: what is refused, and what the log says of it.
problem-last-reader = لن يستطيع أي شخص آخر قراءة ما يقرؤه هذا الشخص. أدخل شخصاً آخر أولاً. لم يتغير شيء.
problem-other-module = لا ينتقل أحد بين حماية الطفل والعمل في العنف القائم على النوع الاجتماعي بالحساب نفسه. أنهِ هذا الحساب واقترح حساباً جديداً. لم يتغير شيء.
problem-accept-conduct-first = اقرأ مدونة السلوك واقبلها أولاً.
log-return-proposed = اقتراح عودة شخص
log-person-back = عودة شخص
log-change-proposed = اقتراح تغيير لشخص
log-person-changed = تغيير شخص
log-reset-proposed = اقتراح كلمة مرور جديدة
log-password-reset = إعطاء كلمة مرور جديدة لمرة واحدة
log-leaving-proposed = طلب إنهاء الوصول
log-person-left = إنهاء الوصول وتبديل المفاتيح
log-proposal-withdrawn = سحب اقتراح
log-let-in = إدخال شخص إلى دائرة
log-circles-turned = تبديل مفاتيح الدوائر
log-desk-keys-turned = تبديل مفاتيح مكتب الاستقبال
log-conduct-set = مدونة سلوك جديدة
log-conduct-accepted = قبول مدونة السلوك
