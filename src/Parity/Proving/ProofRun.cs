using System.Globalization;
using System.Numerics;
using System.Text;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Proving;

/// <summary>Runs the cases of a proof and writes its verdict.</summary>
static class ProofRun<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Proof Run(string subject, ProofOptions options, IBackend mine, IBackend? against, Func<int, Case<T>> cases)
    {
        var judge = new Judge(mine, against, KnownDifferences.All);
        long elements = 0, equal = 0;
        double worst = 0;
        Judgement? lost = null;
        int unanswered = 0;
        for (int i = 0; i < options.Cases; i++)
        {
            Case<T> @case = cases(i);
            Judgement judged = Judged(judge, @case);
            // A worker that gives no answer costs its case, not the run.
            if (judged.IsLost)
            {
                lost ??= judged;
                unanswered++;
                continue;
            }
            if (IsBroken(judged, mine))
            {
                Judgement simplest = Judged(judge, @case.Shrunk(c => IsBroken(Judged(judge, c), mine)));
                // A failure that does not repeat is still a failure.
                return Broken(subject, options, i, IsBroken(simplest, mine) ? simplest : judged, elements, against);
            }
            elements += judged.Counts.Total();
            equal += judged.BitsEqual;
            worst = judged.FirstUlps.Where(double.IsFinite).Append(worst).Max();
        }
        if (lost is not null)
            return new(subject, ElementType.Name<T>(), false, options.Cases, elements, string.Create(CultureInfo.InvariantCulture,
                $"Broken: {subject} in {ElementType.Name<T>()}: {unanswered} of {options.Cases} cases " +
                $"{(unanswered == 1 ? "has" : "have")} no answer; the others hold, {elements} elements.\n\nThe first one without an answer:\n\n    " +
                $"{lost.Case.Request()}\n\n{lost.Failure}"), lost.Case);
        string compared = against is null ? ""
            : FormattableString.Invariant($", and equal to {against.Name} to the bit on {100.0 * equal / Math.Max(elements, 1):F1} %");
        return new(subject, ElementType.Name<T>(), true, options.Cases, elements, string.Create(CultureInfo.InvariantCulture,
            $"Holds: {subject} in {ElementType.Name<T>()}, on {options.Cases} cases of {elements} elements: all inside the bounds of the " +
                $"definition, at most {worst:G3} ULP off{compared}."));
    }

    static Judgement Judged(Judge judge, Case<T> @case)
    {
        try
        {
            return judge.Of(@case);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return Judgement.Failed(@case, problem.Message);
        }
    }

    // Where only the reference is outside, the user's implementation is right.
    static bool IsBroken(Judgement judged, IBackend mine) => judged.Failure is { } failure
        ? !IsReferencesOwn(judged.Case, failure, mine)
        : judged.Outside is { Verdict: Verdict.FirstOutside or Verdict.BothOutside } || judged.Counts.FirstOutside + judged.Counts.BothOutside > 0;

    static bool IsReferencesOwn(Case about, string failure, IBackend mine)
    {
        try
        {
            _ = ((Case<T>)about).Run(mine);
            return !failure.Contains(mine.Name, StringComparison.Ordinal);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The op's own checks refuse this case on every backend.
            return problem is ArgumentException && about is FunctionCase<T> function && Refused(function, problem.Message);
        }
    }

    static bool Refused(FunctionCase<T> about, string message)
    {
        try
        {
            about.Function.Check(about.Operands);
            return false;
        }
        catch (ArgumentException expected)
        {
            return expected.Message == message;
        }
    }

    static Proof Broken(string subject, ProofOptions options, int position, Judgement judged, long elements, IBackend? against)
    {
        var text = new StringBuilder();
        text.AppendLine(
            FormattableString.Invariant(
            $"Broken: {subject} in {ElementType.Name<T>()}, on case {position + 1} of {options.Cases} (seed {options.Seed}), shrunk to:"));
        text.AppendLine();
        foreach (string line in judged.Case.Code().Split('\n'))
            text.Append("    ").AppendLine(line.TrimEnd());
        text.AppendLine();
        if (judged.Outside is { } at)
        {
            text.AppendLine($"{at.Quantity}, element {at.Index}:");
            Line(text, "yours", at.First);
            if (against is not null)
                Line(text, against.Name, at.Second);
            Line(text, "definition", at.Best);
            text.Append(FormattableString.Invariant($"    must lie in [{at.Low:R}, {at.High:R}]{(at.MayBeNaN ? " or be NaN" : "")}"));
        }
        else
            text.Append(judged.Failure);
        return new(subject, ElementType.Name<T>(), false, position + 1, elements + judged.Counts.Total(), text.ToString(), judged.Case);
    }

    static void Line(StringBuilder text, string name, double? number) =>
        text.AppendLine(
            string.Create(CultureInfo.InvariantCulture,
            $"    {name,-10} {(number is { } x ? double.CreateChecked(T.CreateTruncating(x)).ToString("R") : "-"),-24} " +
            $"{(number is { } of ? ElementType.Hex(of) : "")}"));
}
