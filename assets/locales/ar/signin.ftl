## The page of the locked program. It names no office and no person.

sign-in-title = تسجيل الدخول
sign-in-name = اسم الدخول
sign-in-password = كلمة المرور
sign-in-button = دخول
sign-in-wrong = اسم الدخول أو كلمة المرور غير صحيح.
sign-in-wait = { $seconds ->
     [zero] حاول الآن مرة أخرى.
     [one] انتظر ثانية واحدة ثم حاول مرة أخرى.
     [two] انتظر ثانيتين ثم حاول مرة أخرى.
     [few] انتظر { $seconds } ثوان ثم حاول مرة أخرى.
     [many] انتظر { $seconds } ثانية ثم حاول مرة أخرى.
    *[other] انتظر { $seconds } ثانية ثم حاول مرة أخرى.
}
sign-in-opening = جاري فتح المكتب
sign-in-forgotten = نسيت كلمة المرور؟ ورقة الاستعادة التي يحفظها المشرف تعطيك كلمة جديدة.
sign-in-recovery = الفتح بورقة الاستعادة
sign-in-other-office = فتح مكتب آخر
sign-in-new-office = مكتب جديد
sign-in-sample = فتح المكتب التجريبي
sign-in-sample-hint = مكتب تجريبي. ادخل بالاسم { $name } وكلمة المرور { $password }.
password-show = إظهار كلمة المرور
password-hide = إخفاء كلمة المرور
caps-lock-on = مفتاح Caps Lock مفعّل.

## First sign-in with a one-time password

new-password-title = اختر كلمة المرور الخاصة بك
new-password-why = كلمة المرور التي أُعطيت لك تُستخدم مرة واحدة. من الآن لا يعرف كلمتك غيرك.
password-old = كلمة المرور الحالية
password-new = كلمة المرور الجديدة
password-repeat = كلمة المرور الجديدة مرة أخرى
password-change = تغيير كلمة المرور
password-changed = تغيّرت كلمة المرور.

## Locked and idle

locked-title = مقفل
locked-text = مسوداتك محفوظة ومختومة. سجّل الدخول للمتابعة.
idle-title = هل ما زلت هنا؟
idle-text = اضغط أي مفتاح للبقاء.
hidden-title = الشاشة مخفية
hidden-text = اضغط F9 للعودة إلى العمل.

## Recovery

recovery-title = الفتح بورقة الاستعادة
recovery-words = الكلمات المكتوبة في ورقة الاستعادة
recovery-words-hint = 24 كلمة بترتيبها، تفصل بينها مسافة
recovery-words-wrong = هذه الكلمات لا تفتح هذا المكتب. راجع كل كلمة وترتيبها.
recovery-written-down = يُسجَّل هذا الفتح في سجل المكتب ويراه الجميع.

## More words of the threshold

sign-in-name-missing = اكتب اسم الدخول.
sample-title = أشخاص المكتب التجريبي
recovery-words-count = { $count ->
     [zero] في الورقة 24 كلمة، ولم تكتب شيئًا بعد.
     [one] في الورقة 24 كلمة، وكتبت كلمة واحدة.
     [two] في الورقة 24 كلمة، وكتبت كلمتين.
     [few] في الورقة 24 كلمة، وكتبت { $count } كلمات.
     [many] في الورقة 24 كلمة، وكتبت { $count } كلمة.
    *[other] في الورقة 24 كلمة، وكتبت { $count } كلمة.
}
recovery-login-help = صاحب كلمة المرور التي ستُستبدل
recovery-go = الفتح وتعيين كلمة المرور

## The recovery words

recovery-word-unknown = الكلمة { $number } ليست من الكلمات التي يمكن أن ترد في هذه الورقة. راجع هجاءها.

## The sample office

sample-take = تعبئة

## Between a lock and the new program
ending-title = مقفل
ending-text = يجري إنشاء النسخة الاحتياطية. سيظهر الحقلان فور انتهائها.
ending-working = جاري إنشاء النسخة الاحتياطية
