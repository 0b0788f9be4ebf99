/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names beside an address as mail programs write them; after the bar, what is special. Characters
 * outside ASCII stand for octets in UTF-8 unless {@code \x} says otherwise.
 */
public final class HonestNames {
    private static final Pattern OCTET = Pattern.compile("\\\\x([0-9A-F]{2})");

    private HonestNames() {}

    /** Returns the names. */
    public static Stream<String> all() {
        return NAMES.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, line.lastIndexOf(" | ")));
    }

    /** Returns the octets of a name, each as a character: what a test's client sends. */
    public static String octets(String name) {
        String utf8 =
                new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return OCTET.matcher(utf8)
                .replaceAll(
                        octet ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(octet.group(1), 16))));
    }

    private static final String NAMES =
            String.join(
                    "\n",
                    "Alice | an atom",
                    "\"Alice Example\" | Thunderbird: quoted, though it need not be",
                    "\"Example, Alice\" | Outlook, Exchange: a comma",
                    "\"Example, Alice (DE/BER)\" | Exchange: department in parentheses",
                    "'Alice Example' | Outlook: apostrophes",
                    "\"'Alice Example'\" | Outlook: apostrophes in quotes",
                    "Alice Example via RT | Request Tracker",
                    "\"Alice Example (via Google Docs)\" | Google",
                    "Alice Example/BER/Acme | Lotus Notes: hierarchical name",
                    "\"Alice Example/BER/Acme@Acme\" | Lotus Notes: domain after an at sign",
                    "\"CN=Alice Example/OU=Sales/O=Acme\" | Lotus Notes: canonical name",
                    "Alice \"Ally\" Example | mutt: quotes within",
                    "\"Alice \\\"Ally\\\" Example\" | Apple Mail: escaped quotes",
                    "\"Alice \\\\ Example\" | escaped backslash",
                    "Alice E. Example | dots in a phrase (RFC 5322 obs-phrase)",
                    "\"Dr. Alice Example, MBA\" | titles",
                    "\"Sales@Acme\" | an at sign without a domain",
                    "Sales@Acme | the same without quotes",
                    "\"Alice @ Acme\" | an at sign between blanks",
                    "\"Alice@10:30\" | a time",
                    "\"Alice @ 10.30\" | a time with a dot",
                    "\"Alice@10.30\" | the same without blanks",
                    "\"C@f\u00E9\" | a letter replaced by an at sign",
                    "\"@alice\" | a handle",
                    "\"Alice (@alice)\" | a handle in parentheses",
                    "\"Alice | Acme\" | a bar",
                    "\"[Acme] Alice\" | brackets",
                    "\"alice@example.com\" | K-9, many: the address as name",
                    "'alice@example.com' | Outlook: the address in apostrophes",
                    "\"ali@example.com\" | an own alias as name",
                    "=?utf-8?Q?ali=40example=2Ecom?= | an own alias, encoded",
                    "ali@example.com | an own alias, not quoted",
                    "J\u00FCrgen M\u00FCller | raw UTF-8 (RFC 6532)",
                    "\"J\u00FCrgen M\u00FCller\" | raw UTF-8, quoted",
                    "J\\xFCrgen M\\xFCller | raw ISO 8859-1: old webmail",
                    "\\xC1\\xCC\\xC9\\xD3\\xC1 | raw KOI8-R: The Bat!",
                    "\\xB0\\xAE\\xC0\\xF6\\xCB\\xBF | raw GB2312: Foxmail",
                    "\\xA4@\\xA4G | raw Big5, whose second octet is an at sign",
                    "=?UTF-8?Q?J=C3=BCrgen_M=C3=BCller?= | Thunderbird, K-9",
                    "=?utf-8?Q?J=C3=BCrgen?= Example | Apple Mail: one word of two",
                    "=?utf-8?B?SsO8cmdlbiBNw7xsbGVy?= | Gmail",
                    "=?utf-8?b?SsO8cmdlbg==?= | lower case encoding",
                    "=?utf-8?B?SsO8cmdlbg?= | unpadded, one sign missing",
                    "=?utf-8?B?SsO8cmdlbnM?= | unpadded, another length",
                    "=?utf-8?B?SsO8cmdlbiBN?= =?utf-8?B?w7xsbGVycw?= | unpadded, two words",
                    "=?utf-8?B?SsO8cmdlbg===?= | padded too much",
                    "=?utf-8?B?SsO8cmdl bg==?= | folded within a word",
                    "=?utf-8*de?Q?J=C3=BCrgen?= | RFC 2231: language",
                    "=?utf-8*en-GB?B?SsO8cmdlbg==?= | RFC 2231: language, Base64",
                    "=?us-ascii*en?Q?Alice_Example?= | RFC 2231: its own example",
                    "\"=?utf-8?Q?J=C3=BCrgen?=\" | Outlook, PHP: a word in quotes",
                    "\"=?utf-8?B?SsO8cmdlbg==?=\" =?utf-8?Q?M=C3=BCller?= | a word in quotes, another outside",
                    "=?utf-8?Q?J=C3?= =?utf-8?Q?=BCrgen?= | PHP: a character split over two words",
                    "=?utf-8?Q?J=C3=BCrgen?==?utf-8?Q?_M=C3=BCller?= | no blank between words",
                    "=?iso-8859-1?Q?M=FCller=2C_J=FCrgen_=28DE=29?= | Outlook",
                    "=?iso-8859-15?Q?J=FCrgen_=A4?= | Evolution",
                    "=?Windows-1252?Q?J=FCrgen_=96_Acme?= | Outlook: a dash outside ISO 8859",
                    "=?iso-8859-1?Q?J=FCrgen_=96_Acme?= | the same, called ISO 8859-1",
                    "=?cp-850?Q?J=81rgen?= | a charset that Java does not know",
                    "=?x-unknown?Q?J=FCrgen?= | elm, pine: unknown",
                    "=?unknown-8bit?B?SvxyZ2Vu?= | RFC 1428: unknown-8bit",
                    "=?x-user-defined?Q?J=FCrgen?= | Netscape",
                    "=?iso-2022-jp?B?GyRCOzNFREJATzobKEI=?= | Becky!, Apple Mail",
                    "=?iso-2022-jp?B?GyRCOzNFRBsoQg==?= =?iso-2022-jp?B?GyRCQkBPOhsoQg==?= | two words",
                    "=?iso-2022-jp-ms?B?GyRCOzNFRBsoQg==?= | a variant that Java does not know",
                    "=?Shift_JIS?B?jlKTYyCRvphZ?= | mobile phones of old",
                    "=?EUC-JP?B?u7PFxCDCwM+6?= | Unix webmail",
                    "=?UTF-8?B?5bGx55Sw5aSq6YOO?= | Gmail in Japan",
                    "=?gb2312?B?1cXI/Q==?= | Foxmail, Outlook in China",
                    "=?gb2312?B?6Ua7+Q==?= | GBK called GB2312",
                    "=?gb18030?B?1cXI/Q==?= | QQ Mail",
                    "=?big5?B?pP2kcKRA?= | Outlook in Taiwan: an octet is an at sign",
                    "=?BIG5?B?pECkQg==?= | one more",
                    "=?hz-gb-2312?Q?=7E=7BVPND=7E=7D?= | HZ, which Java does not know",
                    "=?ks_c_5601-1987?B?sejDtrz2?= | Outlook in Korea",
                    "=?euc-kr?B?sejDtrz2?= | Daum",
                    "=?euc-kr?B?jGO55rCix88=?= | cp949 called euc-kr",
                    "=?koi8-r?B?4czJ08E=?= | The Bat!",
                    "=?windows-1251?Q?=C0=EB=E8=F1=E0_=CF=F0=E8=EC=E5=F0=EE=E2=E0?= | Outlook in Russia",
                    "=?utf-8?B?0JDQu9C40YHQsA==?= | Mail.ru",
                    "=?koi8-u?B?4cym08E=?= | Ukraine",
                    "=?iso-8859-7?B?wevf6uc=?= | Greek",
                    "=?windows-1253?Q?=C1=EB=DF=EA=E7?= | Outlook in Greece",
                    "=?iso-8859-8-i?B?4Ozp8Q==?= | Outlook in Israel; Java does not know the name",
                    "=?windows-1255?B?4Ozp8Q==?= | Hebrew",
                    "\"\u202B\u05D0\u05DC\u05D9\u05E1\u202C\" | Hebrew, embedded",
                    "\"\u200F\u05D0\u05DC\u05D9\u05E1 \u05DB\u05D4\u05DF\u200F\" | Hebrew, right-to-left marks",
                    "\"\u2067\u05D0\u05DC\u05D9\u05E1\u2069 Cohen\" | isolates",
                    "=?windows-1256?B?483jzyDa4e0=?= | Arabic",
                    "=?utf-8?B?2YXYrdmF2K8g77e6INi52YTZig==?= | a ligature that becomes eighteen letters",
                    "\"\u061C\u0645\u062D\u0645\u062F\" | Arabic letter mark",
                    "=?tis-620?B?zcXUqw==?= | Thai",
                    "=?windows-874?B?zcXUqw==?= | Outlook in Thailand",
                    "=?utf-8?B?4KSQ4KSy4KS/4KS4?= | Devanagari",
                    "\"\u0910\u0932\u093F\u0938\u200D \u0936\u0930\u094D\u092E\u093E\" | zero-width joiner",
                    "=?utf-8?B?Tmd1eeG7hW4gVsSDbiBB?= | Vietnamese",
                    "=?iso-8859-2?Q?=A3ukasz_=AF=F3=B3=E6?= | Polish",
                    "=?windows-1254?Q?=DEule_I=FE=FDk?= | Turkish",
                    "\"Ju\u0308rgen\" | combining: Apple Mail, decomposed",
                    "\"Z\u0335a\u0321l\u0322g\u0328o\" | combining, many",
                    "\"\u2764\uFE0F Alice \uD83D\uDC69\u200D\uD83D\uDCBB\" | emoji with selectors and joiners",
                    "=?utf-8?Q?Alice_=F0=9F=8E=89?= | emoji, encoded",
                    "=?utf-7?Q?J+APw-rgen?= | UTF-7: Outlook Express",
                    "=?unicode-1-1-utf-7?Q?J+APw-rgen?= | UTF-7, older name",
                    "=?utf-8?Q?1_=2B_1_=3D_2?= | equals sign, encoded",
                    "\"1 + 1 =? 2\" | what looks like a word begins",
                    "=?utf-8?Q?What=3F?= | question mark, encoded",
                    "=?utf-8?Q?What?_me?= | question mark, not encoded",
                    "=?utf-8?X?Alice?= | an encoding that nobody knows",
                    "=?utf-8?Q??= | an empty word",
                    "\"Alice :(\" | a face",
                    "\"Alice (Sales\" | a parenthesis that stays open",
                    "\"Alice <3\" | a heart",
                    "\"Alice; Sales\" | a semicolon",
                    "\"Alice: Sales\" | a colon",
                    "=?utf-8?Q?Alice_=3C3?= | a heart, encoded",
                    "=?utf-8?Q?=22Alice=22_Example?= | quotes, encoded: Roundcube",
                    "\"Alice Example <alice@example.com>\" | Evolution: all of it as name",
                    "\"\" | git send-email, mailx: an empty name",
                    "Alice (at work) | mutt: a comment",
                    "\"Alice Example\" (Acme) | a comment after quotes");
}
