## What to look at in a form. The name is the finding's code with hyphens.

finding-missing = أجب عن هذا السؤال.
finding-wrong-type = هذه الإجابة لا تناسب السؤال. امسحها وأجب من جديد.
finding-wrong-option = لم تعد هذه الإجابة في القائمة. اختر غيرها.
finding-too-long = أقصى عدد للأحرف: { $max }.
finding-too-small = اكتب رقمًا لا يقل عن { $min }.
finding-too-large = اكتب رقمًا لا يزيد على { $max }.
finding-in-future = هذا التاريخ بعد اليوم. راجع السنة.
finding-before = هذا التاريخ قبل تاريخ «{ $field }». راجع التاريخين.
finding-not-offered = هذه الإجابة غير متاحة مع الإجابات الأخرى المعطاة. اختر من جديد.
finding-not-among = هذه الإجابة ليست من إجابات «{ $field }». راجع الاثنتين.
finding-age-disagrees = لا يتفق العمر مع «{ $field }». راجع الاثنين.
finding-bad-character = يوجد هنا رمز لا يمكن حفظه. اكتب النص من جديد.

## What to look at in a list of places

place-finding-blank-cell = يوجد رمز أو اسم فارغ. تُركت أماكن هذا الصف من هنا نزولا.
place-finding-blank-translation = يوجد اسم مترجم أو نوع فارغ. حُفظ المكان دونه.
place-finding-too-long = يوجد رمز أو اسم أطول من المسموح. تُركت أماكن هذا الصف من هنا نزولا.
place-finding-unknown-language = لغة هذا العمود غير معروفة. تُرك العمود.
place-finding-repeated-column = يوجد عمود سابق يقول الشيء نفسه. تُرك هذا العمود.

## More about answers in a form

finding-missing-choice = اختر إجابة.
finding-missing-date = اكتب التاريخ. إذا كانت السنة وحدها معروفة فهي تكفي.
finding-missing-place = اختر مكانًا.
finding-not-a-number = اكتب عددًا صحيحًا بالأرقام.
finding-at = { $field } – { $said }
