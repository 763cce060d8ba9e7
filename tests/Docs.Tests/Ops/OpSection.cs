using System.Text;
using ParityNet.Dialects;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Tests.Ops;

/// <summary>Writes all that is known of one op.</summary>
static class OpSection
{
    public static string Text(OpEntry op)
    {
        var text = new StringBuilder($"\n## {op.Name}\n\n{Documentation.Summary(op)}\n\n");
        if (Documentation.Remarks(op) is { Length: > 0 } remarks)
            text.Append($"{remarks}\n\n");
        if (Pictures.Has(op))
            text.Append($"![{Shown(op.Kind)} {op.Name}]({Pictures.Link(op)})\n\n");
        text.Append($"Spec: `{op.SpecType.FullName}`.");
        if (op.Aliases.Length > 0)
            text.Append($" Also: {string.Join(", ", op.Aliases.Select(Alias))}.");
        text.Append('\n');
        Arguments(text, op);
        Options(text, op);
        Systems(text, op);
        Slots(text, op);
        Differences(text, op);
        return text.ToString();
    }

    static string Alias(AliasAttribute alias) => $"`{alias.Name}`{(alias.Options.Count == 0 ? "" : $" (`{string.Join("`, `", alias.Options)}`)")}";

    static string Shown(OpKind kind) => kind switch
    {
        OpKind.Optimizer => "The paths of",
        OpKind.Schedule => "The rates of",
        OpKind.Initializer => "The numbers of",
        _ => "The value and derivative of",
    };

    static void Arguments(StringBuilder text, OpEntry op)
    {
        if (op.Examples[0] is not FunctionSpec function)
            return;
        text.Append("\n| argument | shape | holds | gradient |\n|---|---|---|---|\n");
        foreach (OperandInfo operand in function.Operands)
            text.Append($"| `{operand.Name}`{(operand.Optional ? ", optional" : "")} | {OptionText.Cell(function.ShapeText(operand.Name))} | {Holds(operand)}{(operand.TakesIntegers ? ", or `int64`" : "")} | {(operand.Differentiable ? "yes" : "no")} |\n");
    }

    static string Holds(OperandInfo operand) => (operand.Kind, operand.Domain) switch
    {
        (OperandKind.Indices, _) => "`int64` numbers",
        (OperandKind.NumbersOrIndices, _) => "class indices, `int64`, or one number per class",
        (_, Domain.UnitInterval) => "numbers from 0 to 1",
        (_, Domain.LogProbability) => "logarithms of probabilities",
        (_, Domain.Sign) => "−1 and 1",
        (_, Domain.Bit) => "0 and 1",
        (_, Domain.NotNegative or Domain.Weight) => "numbers of at least 0",
        (_, Domain.Positive) => "numbers greater than 0",
        _ => "numbers",
    };

    static void Options(StringBuilder text, OpEntry op)
    {
        if (op.Options.Length == 0)
            return;
        text.Append("\n| option | default | means |\n|---|---|---|\n");
        foreach (OptionInfo option in op.Options)
            text.Append($"| `{OptionText.Name(option)}` | {OptionText.Default(option)} | {OptionText.Meaning(op, option)} |\n");
    }

    static void Systems(StringBuilder text, OpEntry op)
    {
        Preset[] presets = [.. Enum.GetValues<Dialect>().SelectMany(op.PresetsIn)];
        if (presets.Length == 0)
            return;
        text.Append("\n| [dialect](../dialects.md) | name | names and defaults that are not PyTorch's |\n|---|---|---|\n");
        foreach (Preset preset in presets)
            text.Append($"| {preset.Dialect.ToString().ToLowerInvariant()} | {string.Join(", ", preset.Names.Select(name => $"`{name}`"))} | {string.Join(", ", Told(op, preset))} |\n");
    }

    static IEnumerable<string> Told(OpEntry op, Preset preset)
    {
        foreach ((OptionInfo option, string name, object? value) in op.Differences(preset))
            yield return option.Required && !preset.IsComplete ? $"`{name}` is `{OptionText.Name(option)}`"
                : name == OptionText.Name(option) ? $"`{name}` `{OptionValue.Text(value)}`"
                : $"`{name}` `{OptionValue.Text(value)}` (`{OptionText.Name(option)}`)";
        if (preset.Flag is { } flag)
            yield return $"with `{flag}` only";
        if (preset.SignsLabels)
            yield return "labels of 0 and 1 stand for −1 and 1";
        if (preset.DecaysApart)
            yield return "weight decay apart from the gradient";
    }

    static void Slots(StringBuilder text, OpEntry op)
    {
        OptimizerSpec[] examples = [.. op.Examples.OfType<OptimizerSpec>()];
        var slots = examples.SelectMany(Own).DistinctBy(slot => slot.Name).ToList();
        if (slots.Count == 0 || examples[0] is Groups)
            return;
        text.Append("\n| state | shape | starts at | kept |\n|---|---|---|---|\n");
        foreach (OptimizerSlot slot in slots)
            text.Append($"| `{slot.Name}` | {Shape(slot.Shape)} | {(slot.StartsAtParameter ? "the parameter" : OptionValue.Text(slot.Initial))} | {Kept(slot, op, examples)} |\n");
    }

    static IEnumerable<OptimizerSlot> Own(OptimizerSpec spec) =>
        spec is OptimizerWrapper wrapper ? spec.Slots.ExceptBy(wrapper.Optimizer.Slots.Select(slot => slot.Name), slot => slot.Name) : spec.Slots;

    static string Shape(SlotShape shape) => shape switch
    {
        SlotShape.Scalar => "`[]`",
        SlotShape.Rows => "one number per row",
        SlotShape.Columns => "one number a column",
        SlotShape.Vector => "the parameter's, of fewer than two dimensions",
        _ => "the parameter's",
    };

    // What an optimizer keeps only with an option is told by the example that changes least.
    static string Kept(OptimizerSlot slot, OpEntry op, OptimizerSpec[] examples) => Has(examples[0], slot) ? "always"
        : "with " + string.Join(", ", examples.Where(e => Has(e, slot)).Select(e => Changed(op, e, examples[0])).MinBy(c => c.Length)!);

    static bool Has(OptimizerSpec spec, OptimizerSlot slot) => Own(spec).Any(own => own.Name == slot.Name);

    static string[] Changed(OpEntry op, OpSpec example, OpSpec plain) =>
        [.. op.OptionsOf(example).Zip(op.OptionsOf(plain)).Where(both => OptionValue.Text(both.First.Value) != OptionValue.Text(both.Second.Value))
            .Select(both => $"`{both.First.Key}`")];

    static void Differences(StringBuilder text, OpEntry op)
    {
        KnownDifference[] known = [.. KnownDifferences.All.Where(difference => difference.Op == op.Name)];
        KnownLawBreak[] breaks = [.. KnownDifferences.LawBreaks.Where(law => law.Op == op.Name)];
        if (known.Length + breaks.Length == 0)
            return;
        text.Append("\nWhere libtorch differs, and why the definition is right:\n\n");
        foreach (KnownDifference difference in known)
            text.Append($"- `{difference.Id}`: {difference.Condition}. {difference.Reason}{(difference.Link.Length > 0 ? $" [Source]({difference.Link})" : "")}\n");
        foreach (KnownLawBreak law in breaks)
            text.Append($"- The law “{law.Law}” does not hold. {law.Reason} [Source]({law.Link})\n");
    }
}
