import * as vscode from 'vscode';
import type { Engine, Finding } from '../engine';
import { rangeOf, textOf } from './documents';
import { log } from './log';

/** A document is checked when nobody has typed for so long. */
const pause = 400;

/** Longer documents are not checked while one types. */
const longest = 2_000_000;

const severities: { readonly [S in Finding['severity']]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** What is wrong in the documents that are open, with quick fixes. */
export function registerFindings(engine: () => Engine): vscode.Disposable {
  const findings = new Findings(engine);
  return vscode.Disposable.from(
    findings,
    vscode.languages.registerCodeActionsProvider(
      { scheme: '*' },
      { provideCodeActions: (document, _range, context) => fixesFor(document, context.diagnostics) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** A diagnostic that remembers the finding it shows, and of which text. */
class FindingDiagnostic extends vscode.Diagnostic {
  constructor(
    document: vscode.TextDocument,
    readonly finding: Finding,
  ) {
    super(rangeOf(document, finding), finding.message, severities[finding.severity]);
    this.code = finding.code;
    this.source = finding.source;
    this.relatedInformation = (finding.related ?? []).map(
      (related) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(document.uri, rangeOf(document, related)),
          related.message,
        ),
    );
  }
}

class Findings implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('lossary');
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly registrations: vscode.Disposable;

  constructor(private readonly engine: () => Engine) {
    this.registrations = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.schedule(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('lossary.check')) this.scheduleAll();
      }),
    );
    this.scheduleAll();
  }

  dispose(): void {
    this.registrations.dispose();
    this.collection.dispose();
    this.timers.forEach((timer) => clearTimeout(timer));
  }

  private scheduleAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.schedule(document));
  }

  private schedule(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.check(document), pause),
    );
  }

  private check(document: vscode.TextDocument): void {
    this.timers.delete(document.uri.toString());
    if (document.isClosed) return;
    try {
      const diagnostics = findingsOf(document, this.engine).map(
        (finding) => new FindingDiagnostic(document, finding),
      );
      this.collection.set(document.uri, diagnostics);
    } catch (error) {
      log().error('check', error);
    }
  }

  private forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.collection.delete(document.uri);
  }
}

function findingsOf(document: vscode.TextDocument, engine: () => Engine): readonly Finding[] {
  const configuration = vscode.workspace.getConfiguration('lossary', document);
  if (!configuration.get('check.enabled', true)) return [];
  const text = textOf(document);
  if (text.length > longest) return [];
  return engine().check(text, document.languageId, { disabled: configuration.get('check.disabled', []) });
}

/** The editor hands back the diagnostics it was given, so the finding is still on them. */
function fixesFor(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  return diagnostics
    .filter((diagnostic) => diagnostic instanceof FindingDiagnostic)
    .flatMap((diagnostic) => {
      const { fix } = diagnostic.finding;
      if (fix === undefined) return [];
      const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.isPreferred = true;
      action.edit = new vscode.WorkspaceEdit();
      for (const edit of fix.edits) action.edit.replace(document.uri, rangeOf(document, edit), edit.newText);
      return [action];
    });
}
