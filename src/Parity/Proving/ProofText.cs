using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Diagnosis;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Proving;

/// <summary>Writes the verdict on a broken proof.</summary>
sealed class ProofText<T>(string subject, ProofOptions options, OwnSource source) where T : unmanaged, IFloatingPointIeee754<T>
{
    // A verdict fits on a screen: longer cases and requests are cut.
    const int CodeLines = 8, RequestLength = 400;

    readonly StringBuilder text = new();

    public string Broken(
        ProofFailure kind, string remark, Explanation? explanation, ImmutableArray<string> special, IReadOnlyList<OutputCount> outputs,
        int failed, int threw, int cases, IReadOnlyList<Judgement> shown, Exception? problem)
    {
        text.AppendLine($"Broken: {subject} in {ElementType.Name<T>()}{remark}: {Headline(kind, special)}.");
        if (explanation is { Sentence.Length: > 0 })
            text.AppendLine(explanation.Sentence);
        if (kind is ProofFailure.FormulaDiffers or ProofFailure.DigitsLost && !special.IsEmpty)
            text.AppendLine($"Special inputs differ too: {string.Join(", ", special)}.");
        Counts(outputs, failed, threw, cases);
        for (int i = 0; i < shown.Count; i++)
            Shown(shown[i], i == 0 ? problem : null);
        return text.ToString().TrimEnd();
    }

    static string Headline(ProofFailure kind, ImmutableArray<string> special) => kind switch
    {
        ProofFailure.FormulaDiffers => "the formula differs",
        ProofFailure.DigitsLost => "the same function, digits lost",
        ProofFailure.SpecialInputs => $"only special inputs differ ({string.Join(", ", special)})",
        _ => "it cannot be computed",
    };

    void Counts(IReadOnlyList<OutputCount> outputs, int failed, int threw, int cases)
    {
        string restrictions = options.Restrictions() is { Length: > 0 } left ? $"; {left}" : "";
        if (threw > 0)
            text.AppendLine().AppendLine(
                FormattableString.Invariant($"No result on {threw:N0} of {cases:N0} cases (seed {options.Seed}{restrictions})."));
        if (failed == 0)
            return;
        text.AppendLine().AppendLine(FormattableString.Invariant($"Wrong on {failed:N0} of {cases:N0} cases (seed {options.Seed}{restrictions}):"));
        int width = outputs.Select(output => output.Output.Length).DefaultIfEmpty().Max();
        foreach (OutputCount output in outputs)
        {
            string where = output.Where is null ? "" : $"    where {output.Where}";
            text.AppendLine(FormattableString.Invariant(
                $"    {output.Output.PadRight(width)}  {output.Wrong,9:N0} of {output.All,9:N0} elements{where}"));
        }
    }

    void Shown(Judgement judged, Exception? problem)
    {
        text.AppendLine().AppendLine(problem is null ? "The simplest case:" : "The simplest case without a result:").AppendLine();
        string[] lines = source.Code((Case<T>)judged.Case).Split('\n');
        foreach (string line in lines.Take(CodeLines))
            text.Append("    ").AppendLine(line.TrimEnd());
        if (lines.Length > CodeLines)
            text.AppendLine("    …");
        if (judged.Outside is { } at)
        {
            string index = at.Index == 0 ? "" : FormattableString.Invariant($", element {at.Index}");
            text.AppendLine($"    // {at.Quantity}{index}:");
            Line("yours", at.First);
            if (options.Against is { } reference)
                Line(reference.Name, at.Second);
            Line("right", at.Best);
            text.AppendLine(at.Low > at.High ? "    //   must be NaN" : FormattableString.Invariant(
                $"    //   must lie in [{Number(at.Low)}, {Number(at.High)}]{(at.MayBeNaN ? " or be NaN" : "")}"));
        }
        else if (problem is not null)
            Thrown(problem);
        else
            text.AppendLine($"    // {judged.Failure}");
        string request = judged.Case.Request();
        if (request.Length is > 0 and <= RequestLength)
            text.AppendLine($"    // ./paritynet replay '{request}'");
    }

    void Thrown(Exception problem)
    {
        text.AppendLine($"    // {problem.GetType().FullName}: {problem.Message.Split('\n')[0].TrimEnd()}");
        string? where = problem.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
        if (where is not null)
            text.AppendLine($"    //   {where.Split(" in ")[0]}");
    }

    void Line(string name, double? number) =>
        text.AppendLine($"    //   {name,-10} {(number is { } x ? Number(x) : "-"),-24} {Hex(number)}".TrimEnd());

    static string Number(double x) =>
        double.CreateChecked(T.CreateTruncating(x)).ToString("R", CultureInfo.InvariantCulture) is var full && typeof(T) == typeof(float)
            ? ((float)x).ToString("R", CultureInfo.InvariantCulture) : full;

    static string Hex(double? number) => number is { } x ? ElementType.Hex(x) : "";
}
