namespace Portal.Web.Orders.Demo;

/// <summary>What the demo shop sells. Titles are in the order of <see cref="Product.Languages"/>.</summary>
internal static class Catalogue
{
    private static readonly string[] MadeToMeasure = ["made-to-measure"];

    private static readonly string[] Sealed = ["sealed"];

    public static IReadOnlyList<Product> Products { get; } =
    [
        new("CER-MUG-GRN", "ceramics", 18_00, 380, [], ["Stoneware mug, moss green", "Steinzeugbecher, moosgrün", "Mug en grès, vert mousse", "Taza de gres, verde musgo", "炻器のマグカップ（モスグリーン）", "كوب من الفخار الحجري، أخضر طحلبي"]),
        new("CER-MUG-SND", "ceramics", 18_00, 380, [], ["Stoneware mug, sand", "Steinzeugbecher, sandfarben", "Mug en grès, sable", "Taza de gres, color arena", "炻器のマグカップ（サンド）", "كوب من الفخار الحجري، رملي"]),
        new("CER-ESP-WHT", "ceramics", 9_00, 140, [], ["Espresso cup, white", "Espressotasse, weiß", "Tasse à espresso, blanche", "Taza de expreso, blanca", "エスプレッソカップ（ホワイト）", "فنجان إسبريسو، أبيض"]),
        new("CER-PLT-27", "ceramics", 24_00, 720, [], ["Dinner plate, 27 cm", "Essteller, 27 cm", "Assiette plate, 27 cm", "Plato llano, 27 cm", "ディナープレート 27 cm", "طبق عشاء، 27 سم"]),
        new("CER-BWL-16", "ceramics", 16_00, 430, [], ["Soup bowl, 16 cm", "Suppenschale, 16 cm", "Bol à soupe, 16 cm", "Cuenco para sopa, 16 cm", "スープボウル 16 cm", "وعاء حساء، 16 سم"]),
        new("CER-SRV-30", "ceramics", 42_00, 1350, [], ["Serving bowl, 30 cm", "Servierschüssel, 30 cm", "Saladier, 30 cm", "Fuente honda, 30 cm", "サービングボウル 30 cm", "وعاء تقديم، 30 سم"]),
        new("CER-TEA-1L", "ceramics", 58_00, 1100, [], ["Teapot, 1 litre", "Teekanne, 1 Liter", "Théière, 1 litre", "Tetera, 1 litro", "ティーポット 1 L", "إبريق شاي، لتر واحد"]),
        new("CER-VAS-24", "ceramics", 36_50, 1250, [], ["Tall vase, 24 cm", "Hohe Vase, 24 cm", "Vase haut, 24 cm", "Jarrón alto, 24 cm", "トールベース 24 cm", "مزهرية طويلة، 24 سم"]),
        new("LIN-BED-DBL", "linen", 149_00, 2100, [], ["Linen bed set, double", "Leinenbettwäsche, zweiteilig", "Parure de lit en lin, double", "Juego de cama de lino, doble", "リネン寝具セット（ダブル）", "طقم سرير من الكتان، مزدوج"]),
        new("LIN-TBL-250", "linen", 62_00, 640, [], ["Linen tablecloth, 250 cm", "Leinentischdecke, 250 cm", "Nappe en lin, 250 cm", "Mantel de lino, 250 cm", "リネンのテーブルクロス 250 cm", "مفرش طاولة من الكتان، 250 سم"]),
        new("LIN-NAP-4", "linen", 34_00, 260, [], ["Linen napkins, set of four", "Leinenservietten, vier Stück", "Serviettes en lin, lot de quatre", "Servilletas de lino, juego de cuatro", "リネンナプキン 4枚セット", "مناديل كتان، أربع قطع"]),
        new("LIN-TWL-KIT", "linen", 12_50, 110, [], ["Tea towel, striped", "Geschirrtuch, gestreift", "Torchon rayé", "Paño de cocina a rayas", "ストライプのキッチンクロス", "منشفة مطبخ مخططة"]),
        new("LIN-APR-STD", "linen", 39_00, 320, [], ["Linen apron", "Leinenschürze", "Tablier en lin", "Delantal de lino", "リネンのエプロン", "مئزر من الكتان"]),
        new("LIN-APR-MTM", "linen", 54_00, 340, MadeToMeasure, ["Linen apron, made to measure", "Leinenschürze nach Maß", "Tablier en lin sur mesure", "Delantal de lino a medida", "リネンのエプロン（オーダーメイド）", "مئزر من الكتان حسب المقاس"]),
        new("LIN-CUR-MTM", "linen", 129_00, 1400, MadeToMeasure, ["Linen curtain, made to measure", "Leinenvorhang nach Maß", "Rideau en lin sur mesure", "Cortina de lino a medida", "リネンのカーテン（オーダーメイド）", "ستارة كتان حسب المقاس"]),
        new("LIN-BTH-L", "linen", 28_00, 520, [], ["Bath towel, large", "Badetuch, groß", "Drap de bain, grand", "Toalla de baño, grande", "バスタオル（大）", "منشفة استحمام كبيرة"]),
        new("LIN-THR-WOL", "linen", 89_00, 980, [], ["Wool throw", "Wolldecke", "Plaid en laine", "Manta de lana", "ウールのブランケット", "غطاء من الصوف"]),
        new("LIN-CSH-45", "linen", 26_50, 210, [], ["Cushion cover, 45 cm", "Kissenbezug, 45 cm", "Housse de coussin, 45 cm", "Funda de cojín, 45 cm", "クッションカバー 45 cm", "غطاء وسادة، 45 سم"]),
        new("KIT-BRD-OLV", "kitchen", 38_00, 1150, [], ["Olive wood board", "Olivenholzbrett", "Planche en bois d'olivier", "Tabla de madera de olivo", "オリーブウッドのボード", "لوح تقطيع من خشب الزيتون"]),
        new("KIT-PAN-28", "kitchen", 79_00, 2900, [], ["Cast-iron pan, 28 cm", "Gusseisenpfanne, 28 cm", "Poêle en fonte, 28 cm", "Sartén de hierro fundido, 28 cm", "鋳鉄フライパン 28 cm", "مقلاة من الحديد الزهر، 28 سم"]),
        new("KIT-KNF-20", "kitchen", 69_00, 240, [], ["Chef's knife, 20 cm", "Kochmesser, 20 cm", "Couteau de chef, 20 cm", "Cuchillo de cocinero, 20 cm", "シェフナイフ 20 cm", "سكين طاهٍ، 20 سم"]),
        new("KIT-SLD-2", "kitchen", 22_00, 160, [], ["Salad servers, walnut", "Salatbesteck, Nussbaum", "Couverts à salade en noyer", "Cubiertos de ensalada de nogal", "ウォールナットのサラダサーバー", "ملعقتا سلطة من خشب الجوز"]),
        new("KIT-JAR-1L", "kitchen", 14_00, 610, [], ["Storage jar, 1 litre", "Vorratsglas, 1 Liter", "Bocal, 1 litre", "Tarro, 1 litro", "保存びん 1 L", "مرطبان حفظ، لتر واحد"]),
        new("KIT-CRF-75", "kitchen", 32_50, 780, [], ["Glass carafe, 0.75 litre", "Glaskaraffe, 0,75 Liter", "Carafe en verre, 0,75 litre", "Jarra de vidrio, 0,75 litros", "ガラスのカラフェ 0.75 L", "دورق زجاجي، 0.75 لتر"]),
        new("KIT-CUT-24", "kitchen", 95_00, 1900, [], ["Cutlery, 24 pieces", "Besteck, 24 Teile", "Ménagère, 24 pièces", "Cubertería, 24 piezas", "カトラリー 24点", "أدوات مائدة، 24 قطعة"]),
        new("KIT-PEP-18", "kitchen", 44_00, 350, [], ["Pepper mill, beech", "Pfeffermühle, Buche", "Moulin à poivre en hêtre", "Molinillo de pimienta de haya", "ペッパーミル（ブナ材）", "مطحنة فلفل من خشب الزان"]),
        new("FUR-STL-OAK", "furniture", 119_00, 4200, [], ["Oak stool", "Eichenhocker", "Tabouret en chêne", "Taburete de roble", "オーク材のスツール", "كرسي صغير من خشب البلوط"]),
        new("FUR-SID-45", "furniture", 189_00, 7800, [], ["Side table, 45 cm", "Beistelltisch, 45 cm", "Table d'appoint, 45 cm", "Mesa auxiliar, 45 cm", "サイドテーブル 45 cm", "طاولة جانبية، 45 سم"]),
        new("FUR-DIN-180", "furniture", 1290_00, 48_000, [], ["Oak dining table, 180 cm", "Esstisch aus Eiche, 180 cm", "Table à manger en chêne, 180 cm", "Mesa de comedor de roble, 180 cm", "オーク材のダイニングテーブル 180 cm", "طاولة طعام من خشب البلوط، 180 سم"]),
        new("FUR-CHR-LNG", "furniture", 690_00, 16_500, [], ["Lounge chair", "Lesesessel", "Fauteuil de lecture", "Sillón de lectura", "ラウンジチェア", "كرسي استرخاء"]),
        new("FUR-SHF-WAL", "furniture", 249_00, 11_000, [], ["Wall shelf, walnut", "Wandregal, Nussbaum", "Étagère murale en noyer", "Estante de nogal", "ウォールナットの壁掛け棚", "رف جداري من خشب الجوز"]),
        new("LGT-TBL-BRS", "lighting", 98_00, 1900, [], ["Table lamp, brass", "Tischleuchte, Messing", "Lampe de table en laiton", "Lámpara de mesa de latón", "真鍮のテーブルランプ", "مصباح طاولة نحاسي"]),
        new("LGT-PEN-PPR", "lighting", 139_00, 1300, [], ["Paper pendant lamp", "Pendelleuchte aus Papier", "Suspension en papier", "Lámpara colgante de papel", "和紙のペンダントランプ", "مصباح معلق من الورق"]),
        new("LGT-FLR-OAK", "lighting", 259_00, 5400, [], ["Floor lamp, oak", "Stehleuchte, Eiche", "Lampadaire en chêne", "Lámpara de pie de roble", "オーク材のフロアランプ", "مصباح أرضي من خشب البلوط"]),
        new("LGT-CND-BEE", "lighting", 15_50, 300, [], ["Beeswax candles, pair", "Bienenwachskerzen, zwei Stück", "Bougies en cire d'abeille, la paire", "Velas de cera de abeja, par", "蜜ろうキャンドル 2本", "شمعتان من شمع العسل"]),
        new("HYG-SOP-OLV", "hygiene", 8_50, 130, Sealed, ["Olive oil soap", "Olivenölseife", "Savon à l'huile d'olive", "Jabón de aceite de oliva", "オリーブオイル石けん", "صابون زيت الزيتون"]),
        new("HYG-FCL-3", "hygiene", 11_00, 90, Sealed, ["Face cloths, sealed pack of three", "Gesichtstücher, drei Stück versiegelt", "Gants de toilette, lot de trois scellé", "Toallitas faciales, tres precintadas", "フェイスクロス 3枚（密封）", "مناشف وجه، ثلاث قطع مختومة"]),
        new("HYG-BRS-SET", "hygiene", 17_00, 180, Sealed, ["Bath brush and sponge", "Badebürste und Schwamm", "Brosse de bain et éponge", "Cepillo de baño y esponja", "バスブラシとスポンジ", "فرشاة استحمام وإسفنجة"]),
        new("CAR-WSH-500", "care", 13_50, 560, [], ["Linen wash, 500 ml", "Leinenwaschmittel, 500 ml", "Lessive pour lin, 500 ml", "Detergente para lino, 500 ml", "リネン用洗剤 500 ml", "منظف الكتان، 500 مل"]),
        new("CAR-OIL-250", "care", 16_50, 300, [], ["Wood oil, 250 ml", "Holzöl, 250 ml", "Huile pour bois, 250 ml", "Aceite para madera, 250 ml", "木製品用オイル 250 ml", "زيت للخشب، 250 مل"]),
        new("CAR-STN-100", "care", 6_50, 110, [], ["Stain soap, 100 g", "Fleckenseife, 100 g", "Savon détachant, 100 g", "Jabón quitamanchas, 100 g", "しみ抜き石けん 100 g", "صابون إزالة البقع، 100 غ"]),
    ];

    public static IReadOnlyList<Bundle> Bundles { get; } =
    [
        new(["Breakfast for two", "Frühstück für zwei", "Petit-déjeuner à deux", "Desayuno para dos", "ふたりの朝食セット", "إفطار لشخصين"], ["CER-MUG-SND", "CER-BWL-16", "LIN-NAP-4"]),
        new(["Table set", "Gedeckter Tisch", "Table dressée", "Mesa puesta", "テーブルセット", "طقم المائدة"], ["CER-PLT-27", "KIT-CRF-75", "LIN-TBL-250"]),
        new(["Board and oil", "Brett und Öl", "Planche et huile", "Tabla y aceite", "ボードとオイル", "لوح وزيت"], ["KIT-BRD-OLV", "CAR-OIL-250"]),
    ];

    private static readonly Dictionary<string, Product> BySku = Products.ToDictionary(product => product.Sku, StringComparer.Ordinal);

    /// <summary>The product with this stock number.</summary>
    public static Product Find(string sku) => BySku[sku];
}
