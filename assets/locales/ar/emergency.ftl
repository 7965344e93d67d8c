## Emergency

emergency-title = طوارئ
emergency-open = طوارئ…
emergency-text = تذهب نسخة مشفرة إلى ذاكرة USB وتُفحص. ثم تُطمس مفاتيح هذا الحاسوب وتُحذف، ومفاتيح نسخه كذلك: لا يُفتح شيء هنا بعدها حتى بكلمة المرور. لا تعيد المكتب إلا نسخة في مكان آخر.
emergency-how = ما العمل؟
emergency-practice = تدريب: كل شيء عدا المحو
emergency-copy-first = نسخ إلى الذاكرة وفحصها ثم المحو
emergency-at-once = محو فوري بلا نسخة
emergency-at-once-warning = ما عُمل منذ آخر نسخة في مكان آخر يضيع إلى الأبد.
emergency-stick = اختر الذاكرة
emergency-type-site = اكتب رمز موقع المكتب: { $site }
emergency-go-practice = ابدأ التدريب
emergency-go = امح المفاتيح
emergency-practised = تم التدريب. صُنعت النسخة وفُحصت. كان المحو سيستغرق { $milliseconds } جزءًا من ألف من الثانية. لم يُمح شيء.
emergency-erased = زالت المفاتيح. لا شيء يُفتح بعد الآن على هذا الحاسوب.
emergency-key = طوارئ
