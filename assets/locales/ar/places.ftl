## The list of places

places-title = الأماكن
places-empty = لا توجد أماكن بعد
places-empty-text = استورد قائمة أماكن بلدك: ملف CSV بوسوم HXL.
places-import = استيراد أماكن
places-preview = ما تضيفه هذه القائمة
places-in-list = أماكن في القائمة
places-new = جديدة
places-changed = بأسماء أخرى
places-findings = صفوف وأعمدة للمراجعة
places-line = السطر { $line }
places-imported = استُوردت الأماكن.
places-search = جزء من الاسم أو رمز
place-code = الرمز
place-type = النوع

## More about places

places-all = كل الأماكن
places-way = الطريق إلى هذه الأماكن
places-column-line = السطر
places-column-tag = العمود
places-empty-other = يستورد مدير النظام قائمة الأماكن.
places-import-help = اختر ملف CSV تحمل ثاني صفوفه وسوم HXL، مثل قائمة إدارية برموز p-code. ترى أولا ما سيأتي به، ولا يتغير شيء قبل موافقتك. القائمة الجديدة لا تحذف أي مكان.
places-other-file = اختيار ملف آخر
