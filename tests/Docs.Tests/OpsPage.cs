using System.Text;
using ParityNet.Parity;

namespace ParityNet.Tests;

/// <summary>Writes <c>docs/ops.md</c> from the catalogue.</summary>
static class OpsPage
{
    public static string Text()
    {
        var text = new StringBuilder("# Ops\n\nNames and options are PyTorch's where PyTorch has them. This page is written from the catalogue by `tests/Docs.Tests`.\n");
        foreach (var kind in Catalog.All.GroupBy(op => op.Kind))
        {
            bool hasArguments = kind.First().Examples[0] is FunctionSpec;
            text.Append($"\n## {Title(kind.Key)}\n\n| name | spec | {(hasArguments ? "arguments | " : "")}options and defaults |\n|---|---|---|{(hasArguments ? "---|" : "")}\n");
            foreach (OpEntry op in kind)
                text.Append($"| {Names(op)} | `{op.SpecType.Name}` | {(hasArguments ? Arguments((FunctionSpec)op.Examples[0]) + " | " : "")}{Options(op)} |\n");
        }
        return text.ToString();
    }

    static string Title(OpKind kind) => kind switch
    {
        OpKind.Loss => "Losses",
        OpKind.Activation => "Activations",
        OpKind.Optimizer => "Optimizers",
        OpKind.Schedule => "Schedules",
        _ => "Models",
    };

    static string Names(OpEntry op) =>
        string.Join(", ", op.Aliases.Select(a => $"`{a.Name}`{(a.Options.Count == 0 ? "" : $" ({string.Join(", ", a.Options)})")}").Prepend($"`{op.Name}`"));

    static string Arguments(FunctionSpec spec) => string.Join(", ", spec.Operands.Select(o => $"`{o.Name}`{(o.Optional ? "?" : "")}"));

    static string Options(OpEntry op) => op.Options.Length == 0 ? "" : string.Join(", ", op.Options.GroupBy(o => o.Name).Select(
        group => $"`{group.Key}` {(group.First().Required ? "(required)" : group.Count() == 1 ? OptionValue.Text(group.First().DefaultText) : $"[{string.Join(", ", group.Select(o => OptionValue.Text(o.DefaultText)))}]")}"));
}
