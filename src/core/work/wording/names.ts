/** Names that look like code and are not. They are written as their owners write them. */
const names =
  "GitHub GitLab BitBucket JavaScript TypeScript CoffeeScript PostgreSQL MySQL MariaDB MongoDB SQLite NoSQL GraphQL WordPress WooCommerce BuddyPress YouTube LinkedIn PayPal PayPro " +
  "iPhone iPad iPadOS iOS macOS MacOS watchOS tvOS OpenID OAuth OAuth2 WhatsApp AirPods AirPlay PlayStation PowerPoint OneDrive OneNote SharePoint DropBox eBay eCommerce OpenSSL OpenSSH " +
  "SalesForce PowerShell FreeBSD OpenBSD WebAuthn DuckDuckGo TikTok HubSpot SendGrid MailChimp QuickBooks FreshBooks ChatGPT OpenAI DeepL LibreOffice OpenOffice VSCode JetBrains OpenStreetMap GoDaddy CloudFlare " +
  "DigitalOcean PhpStorm WebStorm IntelliJ WiFi eMail LaTeX MathML RocketChat KeePass Xcode DevOps SaaS PaaS bKash ShurjoPay SSLCommerz aamarPay SureCash UPay PortWallet AmarPay FoodPanda " +
  "RedX eCourier GrameenPhone BanglaLink TeleTalk PrestaShop OpenCart BigCommerce SquareSpace WebFlow AliExpress MasterCard VisaNet UnionPay JazzCash EasyPaisa GrabPay GCash PayTM PhonePe RazorPay " +
  "NextJS NuxtJS NodeJS VueJS ReactJS AngularJS jQuery TailwindCSS ElasticSearch RabbitMQ FireFox FireBase DataTables FontAwesome ReCaptcha reCAPTCHA hCaptcha TextMagic MailGun AirTable ClickUp MacBook " +
  "AppStore AirBnB eSIM McDonald WeChat SoundCloud GraphQL PubSub JSONFeed OpenAPI AutoCAD PyPI InDesign PhotoShop StackOverflow " +
  "PageSpeed LiteSpeed NuGet MercadoPago MercadoLibre PagSeguro MailerLite TrustPilot TripAdvisor HealthKit TestFlight CarPlay FaceID TouchID LearnDash BuddyBoss WPForms MemberPress PayStack FlutterWave PayFast PayTabs MyFatoorah HyperPay VNPay ZaloPay MobilePay BankID DocuSign ConvertKit BigQuery eSewa iDEAL";
const known = new Set(names.toLowerCase().split(" "));

/** "PayPal", and "PayPal's"; "JawsDB", "CalDAV". */
export const isName = (word: string): boolean => known.has(word.toLowerCase().replace(/['’]s?$/, "")) || /^(?:(?:Mc|Mac)[A-Z][a-z]+|[A-Z][a-z]+(?:DAV|DB|OS|GL|RTC|VPN))$/.test(word) || /^(?:node|vue|next|nuxt|chart|three|d3|express|alpine|day|moment|discord|react)\.js$/i.test(word);
