import assert from "node:assert/strict";
import { summarise } from "../../../../src/core/work/summarise";
import { commit } from "./commits";

const lines = (...subjects: readonly string[]): readonly string[] =>
  summarise({ commits: subjects.toReversed().map((subject) => commit(subject)) }).items.map(({ section, text }) => `${section}: ${text}`);
const told = (subject: string): string => lines(subject).join(" / ") || "–";
const all = (pairs: Readonly<Record<string, string>>): void => {
  assert.deepEqual(Object.fromEntries(Object.keys(pairs).map((subject) => [subject, told(subject)])), pairs);
};

describe("commits in other languages than English", () => {
  it("leave out what says nothing, or only how software is made", () => {
    for (const subject of [
      "correção", "corrección", "subiendo cambios", "subindo alterações", "remove código morto", "elimina código comentado", "quita console.log", "Suppression du code inutilisé", "Aufgeräumt",
      "Debug-Ausgaben entfernt", "typo修正", "ঠিক করলাম", "মার্জ কনফ্লিক্ট সমাধান", "ডিবাগ কোড সরানো", "kichu change", "choto fix", "abar test", "code clean korlam", "console log delete",
      "perbaikan kecil", "revisi lagi", "rapikan kode", "sistemato codice", "pulizia", "modifiche grafiche minori", "poprawki po review", "küçük düzenlemeler", "kod temizliği",
      "সিএসএস ফিক্স", "মাস্টারে মার্জ", "শেষ কমিট", "test kortesi", "আবার ঠিক করলাম", "কমেন্ট মুছে ফেলা", "limpieza", "nettoyage", "refacto", "agrego logs", "ajout de logs", "mergeado con develop", "resolvendo conflitos", "organizando pastas", "ajuste de css", "কাজ চলছে: স্টক ম্যানেজমেন্ট", "En cours : page des offres",
    ]) assert.equal(told(subject), "–", subject);
  });

  it("keep their words: no name is taken apart, no word replaced by an English one", () => {
    all({
      "Agrega pago con MercadoPago": "new: Agrega pago con MercadoPago.",
      "Corrige la config del envío": "fixed: Corrige la config del envío.",
      "Bilder werden dir nicht mehr doppelt gezeigt": "other: Bilder werden dir nicht mehr doppelt gezeigt.",
      "SEO : balises pour les pages": "other: SEO : balises pour les pages.",
      "Ajusta ApiQuery para não duplicar": "improved: Ajusta Api Query para não duplicar.",
      "login btn er color change korlam": "improved: Login button er color change korlam.",
    });
  });

  it("say that something was mended where only what was wrong is named", () => {
    all({
      "Corrección: el cupón se aplicaba dos veces": "fixed: Corregido: el cupón se aplicaba dos veces.",
      "fix: o cupom não era aplicado": "fixed: Corrigido: o cupom não era aplicado.",
      'fix(login): "Passwort vergessen" tat nichts': 'fixed: Behoben: "Passwort vergessen" tat nichts.',
      "fix: total harga salah saat pakai voucher": "fixed: Diperbaiki: total harga salah saat pakai voucher.",
      "মোবাইল ভিউতে লোগো কেটে যাচ্ছিল": "fixed: ঠিক করা হয়েছে: মোবাইল ভিউতে লোগো কেটে যাচ্ছিল।",
      "fix: coupon dile total vul dekhacchilo": "fixed: Thik kora hoyeche: coupon dile total vul dekhacchilo.",
    });
  });

  it("find their section", () => {
    all({
      "Ускорена загрузка каталога": "improved: Ускорена загрузка каталога.",
      "হোম পেজের লোডিং স্পিড বাড়ানো হয়েছে": "improved: হোম পেজের লোডিং স্পিড বাড়ানো হয়েছে।",
      "ক্রেতারা এখন পণ্যের রিভিউ দিতে পারবেন": "new: ক্রেতারা এখন পণ্যের রিভিউ দিতে পারবেন।",
      "Permite pagar en cuotas": "new: Permite pagar en cuotas.",
      "On peut maintenant trier les produits par prix": "new: On peut maintenant trier les produits par prix.",
      "Cliente pode cancelar o pedido em até 24h": "new: Cliente pode cancelar o pedido em até 24h.",
      "[নতুন] হোয়াটসঅ্যাপ চ্যাট বাটন": "new: হোয়াটসঅ্যাপ চ্যাট বাটন।",
      "নতুন পেজ যোগ করা হয়েছিল": "new: নতুন পেজ যোগ করা হয়েছিল।",
      "পুরোনো ছবি সরানো হয়েছিল": "other: পুরোনো ছবি সরানো হয়েছিল।",
      "Mempercepat loading halaman produk": "improved: Mempercepat loading halaman produk.",
      "Ana sayfa tasarımı yenilendi": "improved: Ana sayfa tasarımı yenilendi.",
      "চেকআউট পেজে ৫০০ এরর ফিক্স": "fixed: চেকআউট পেজে ৫০০ এরর ফিক্স।",
      "style: nuevo diseño de la ficha de producto": "improved: Nuevo diseño de la ficha de producto.",
    });
  });

  it("say in their own words what was taken back", () => {
    all({
      '⏪️ Revert "💄 Nouvelle police pour les titres"': "other: Annulé : nouvelle police pour les titres.",
      'Revert "Добавлен экспорт заказов"': "other: Отменено: добавлен экспорт заказов.",
      'Revert "Hide prices from guests"': "other: Took back an earlier change: hiding prices from guests.",
      'Revert "Revert "Add Apple Pay""': "other: Brought back an earlier change: added Apple Pay.",
      'Reapply "কুপন কোড যোগ করা হয়েছে"': "other: ফিরিয়ে আনা হয়েছে: কুপন কোড যোগ করা হয়েছে।",
    });
  });

  it("join a repair to what is new in the same period", () => {
    assert.deepEqual(lines("feat: agrega pago con MercadoPago", "fix: error en el callback de MercadoPago"), ["new: Agrega pago con MercadoPago."]);
    assert.deepEqual(lines("বিকাশ পেমেন্ট যোগ করা হয়েছে", "বিকাশ পেমেন্টের কলব্যাক ঠিক করা হলো"), ["new: বিকাশ পেমেন্ট যোগ করা হয়েছে।"]);
    assert.deepEqual(lines("Terminbuchung hinzugefügt", "Terminbuchung: Fehler bei Zeitzone behoben"), ["new: Terminbuchung hinzugefügt."]);
    assert.equal(lines("feat(cart): coupons in the cart", "fix(cart): cart total is wrong for guests").length, 2);
  });
});
