using System.Globalization;
using ParityNet.Parity.Planted;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Hypotheses that another spec is computed: another value of an option, two options exchanged.</summary>
static class OptionHypotheses
{
    static readonly double[] Multiples = [0.1, 10, 0.5, 2, -1];

    /// <summary>The hypotheses about the options of an op.</summary>
    public static IEnumerable<Hypothesis> Of(OpEntry entry)
    {
        foreach (OptionInfo option in entry.Options)
            foreach (Hypothesis hypothesis in Of(entry, option))
                yield return hypothesis;
        OptionInfo[] numbers = [.. entry.Options.Where(option => option.Type == typeof(double))];
        foreach (OptionInfo one in numbers)
            foreach (OptionInfo other in numbers.SkipWhile(o => o.Property != one.Property).Skip(1))
                yield return Of(entry, $"{Label(one)} and {Label(other)} are exchanged", spec => entry.With(spec, (option, value) =>
                    option.Property == one.Property ? other.Property.GetValue(spec)
                    : option.Property == other.Property ? one.Property.GetValue(spec) : value));
    }

    /// <summary>A hypothesis that a number is always the same.</summary>
    public static Hypothesis Fixed(OpEntry entry, OptionInfo option, double value, HypothesisKind kind = HypothesisKind.Solved) =>
        Of(entry, $"{Label(option)} looks like {value.ToString("R", CultureInfo.InvariantCulture)}", spec => Set(entry, spec, option, value)) with
        {
            Kind = kind,
        };

    /// <summary>The spec with another value of one option; null where it has it already, or where the value does not fit the others.</summary>
    public static OpSpec? Set(OpEntry entry, OpSpec spec, OptionInfo option, object? value) =>
        Equals(option.Property.GetValue(spec), value) ? null
            : entry.With(spec, (each, own) => each.Property == option.Property ? value : own) is { } other && !other.Equals(spec) ? other : null;

    static IEnumerable<Hypothesis> Of(OpEntry entry, OptionInfo option)
    {
        Type type = Nullable.GetUnderlyingType(option.Type) ?? option.Type;
        string label = Label(option);
        if (option.Enumeration is { } words)
            foreach (object word in Enum.GetValues(words))
                yield return Of(entry, OptionSentences.Of(option, word), spec => Set(entry, spec, option, word));
        else if (type == typeof(bool))
        {
            yield return Of(entry, OptionSentences.Of(option, false), spec => Set(entry, spec, option, false));
            yield return Of(entry, OptionSentences.Of(option, true), spec => Set(entry, spec, option, true));
        }
        else if (type == typeof(double))
        {
            if (option.Default is double usual)
                yield return Of(entry, $"{label} is {usual.ToString("R", CultureInfo.InvariantCulture)}, its default, whatever is asked for",
                    spec => Set(entry, spec, option, usual));
            yield return Of(entry, $"{label} is left out, as if it were 0", spec => Set(entry, spec, option, 0.0));
            yield return Of(entry, $"{label} is 1, whatever is asked for", spec => Set(entry, spec, option, 1.0));
            foreach (double times in Multiples)
                yield return Number(entry, option, $"{label} is multiplied by {times.ToString(CultureInfo.InvariantCulture)}", x => x * times);
            yield return Number(entry, option, $"1 − {label} is taken for {label}", x => Math.Abs(x) < 1e9 ? (double)(1 - (decimal)x) : 1 - x);
            yield return Number(entry, option, $"1/{label} is taken for {label}", x => 1 / x);
            yield return Number(entry, option, $"{label} is squared", x => x * x);
            yield return Number(entry, option, $"the root of {label} is taken for {label}", Math.Sqrt);
        }
        else if (type == typeof(int) || type == typeof(long))
            foreach (int by in (int[])[-1, 1])
                yield return Of(entry, $"{label} is {(by > 0 ? "one more" : "one less")}", spec => Set(entry, spec, option,
                    option.Property.GetValue(spec) switch { int i => i + by, long l => l + by, var other => other }));
        if (Nullable.GetUnderlyingType(option.Type) is not null)
            yield return Of(entry, $"{label} is ignored", spec => Set(entry, spec, option, null));
    }

    static Hypothesis Number(OpEntry entry, OptionInfo option, string name, Func<double, double> change) => Of(entry, name,
        spec => option.Property.GetValue(spec) is double x && double.IsFinite(change(x)) ? Set(entry, spec, option, change(x)) : null);

    /// <summary>The hypothesis that the options are rounded to float before they are used; null where they are the same then.</summary>
    public static Hypothesis? InSingle(OpEntry entry, OpSpec spec)
    {
        OpSpec? Rounded(OpSpec of) => entry.With(of, (_, value) => value is double x ? (double)(float)x : value);
        string[] changed = [.. entry.Options.Where(option => option.Property.GetValue(spec) is double x and > 0.5 and < 1 && (float)x != x)
            .Select(option => $"1 − {Label(option)}")];
        return changed.Length == 0 || Rounded(spec) is null ? null
            : Of(entry, $"options are rounded to float before they are used, and digits of {string.Join(" and ", changed)} are lost: "
                + "compute with options in double, and round once", Rounded);
    }

    // Where the other spec is that of an optimizer with other memory, slots that it lacks stay as they were.
    static Hypothesis Of(OpEntry entry, string name, Func<OpSpec, OpSpec?> change) => new(HypothesisKind.Option, name,
        right => new OtherSpec(right, spec => spec.GetType() == entry.SpecType ? change(spec) ?? spec : spec))
    { Other = change };

    /// <summary>The name of an option in words.</summary>
    public static string Label(OptionInfo option) => option.Property.Name switch
    {
        "Epsilon" => "ε",
        "Beta1" => "β₁",
        "Beta2" => "β₂",
        "Beta3" => "β₃",
        "EpsilonRoot" => "ε under the root",
        "LearningRate" => "the learning rate",
        "Gamma" => "γ",
        "Alpha" => "α",
        "Delta" => "δ",
        "Beta" => "β",
        "Rho" => "ρ",
        "Lambda" => "λ",
        var name => Words.Snake(name).Replace('_', ' '),
    };
}
