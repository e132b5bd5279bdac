/** Chinese surnames, in simplified and traditional characters: those that nine of ten people have. By them a name glued to other words is known. May import: nothing. */
const single =
  "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫阎閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文施洪辛柯翁游尤柳聂聶俞倪蓝藍岳齐齊梅庄莊耿焦翟鲁魯邢安左童欧歐祝裴霍舒温溫纪紀阮詹管季牛关關包宁寧华華凌葛卫衛骆駱苗";
const double = ["欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "慕容", "皇甫", "端木", "令狐"];

export const surnames: ReadonlySet<string> = new Set([...single, ...double]);
