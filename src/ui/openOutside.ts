import * as vscode from "vscode";

/**
 * Opens an address in the browser or the mail program. Handed over as the text that it is: made into a Uri first, it would be
 * written anew, and lose what "&", "+" and "#" mean in a message.
 */
export const openOutside = (address: string): Promise<boolean> => Promise.resolve(vscode.env.openExternal(address as unknown as vscode.Uri));
