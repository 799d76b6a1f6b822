/** What would reach the person's desktop; a test that wants to know replaces the function. */
export const shell = {
  openExternal: async (_url: string): Promise<void> => {},
  openPath: async (_path: string): Promise<string> => '',
};

export const dialog = {
  /** What a person would choose; a test replaces the function. */
  showOpenDialog: async (..._args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> => ({
    canceled: true,
    filePaths: [],
  }),
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`);
  },
};

type MenuTemplate = readonly { readonly role?: string; readonly label?: string }[];

export class Menu {
  static #application: Menu | null = null;
  readonly items: MenuTemplate;

  constructor(items: MenuTemplate = []) {
    this.items = items;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  static buildFromTemplate(template: MenuTemplate): Menu {
    return new Menu(template);
  }
}
