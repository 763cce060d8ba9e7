using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Finds the mistake that explains wrong answers.</summary>
sealed class Diagnostician
{
    // Observations that every hypothesis is compared with, so that the nearest can be told.
    const int Sample = 40;

    // Observations that a hypothesis is compared with which explains the sample.
    const int MostFailing = 300, MostRight = 150;

    // Hypotheses that are combined in pairs, and observations after which a pair must have explained something.
    const int Combined = 60, PairSample = 6;

    // The share of wrong answers that must be right to half of their digits where digits are lost.
    const double LostShare = 0.98;

    readonly OpEntry entry;
    readonly string computes;
    readonly ImmutableArray<Observation> ordered;
    readonly ImmutableArray<string> failing, failingHalf, right;
    readonly Comparison comparison;

    Diagnostician(OpEntry entry, IReadOnlyList<Observation> all, bool isSingle, string computes)
    {
        (this.entry, this.computes) = (entry, computes);
        ordered = [.. all.Where(one => one.HasWrongNumber).OrderByDescending(Strength).Take(MostFailing),
            .. all.Where(one => !one.Fails).Take(MostRight)];
        failing = [.. all.SelectMany(one => one.Findings.Where(one.IsWrongNumber)).Select(OutputOf).Distinct()];
        right = [.. all.SelectMany(one => one.Findings).Select(OutputOf).Distinct().Except(failing)];
        comparison = new(isSingle, all.SelectMany(one => one.Findings.Where(one.IsTame)).GroupBy(OutputOf)
            .ToDictionary(group => group.Key, TypicalWidth));
        failingHalf = [.. WrongInHalf()];
    }

    // Outputs with answers that are wrong in half of their digits; a few beside many may be what lost digits make of a cancellation.
    IEnumerable<string> WrongInHalf()
    {
        const int Few = 5, Many = 10;
        (string Output, int Wrong)[] counts = [.. failing.Select(output => (output, ordered.Sum(one => one.Findings.Count(
            finding => OutputOf(finding) == output && one.IsWrongNumber(finding) && !comparison.IsHalfRight(one, finding)))))];
        int most = counts.Select(one => one.Wrong).DefaultIfEmpty().Max();
        return counts.Where(one => one.Wrong >= Few && Many * one.Wrong >= most).Select(one => one.Output);
    }

    /// <summary>Explains wrong answers; null where no answer on ordinary numbers is wrong.</summary>
    /// <param name="entry">The op; null for one that the catalogue lacks, of which only the loss of digits can be told.</param>
    /// <param name="all">What was observed.</param>
    /// <param name="computes">How a sentence goes on that says which spec is computed.</param>
    public static Explanation? Explain<T>(OpEntry? entry, IReadOnlyList<Observation> all, string computes = "yours is")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!all.Any(one => one.HasWrongNumber))
            return null;
        bool isSingle = typeof(T) == typeof(float);
        Explanation? explanation = entry is null ? null : new Diagnostician(entry, all, isSingle, computes).Explained(isSingle);
        return explanation is not { IsNamed: true } && AccuracyHypotheses.Of<T>(all) is { } careless
            ? new($"{careless}.", [careless], null) { LosesDigits = true }
            : explanation;
    }

    static string OutputOf(Finding finding) => finding.Quantity.Split('[')[0];

    // What fails by the most shows the most, and needs the fewest elements.
    static double Strength(Observation observation) => observation.Findings.Where(observation.IsWrongNumber)
        .Max(f => Math.Abs(f.First!.Value - Comparison.Right(f)!.Value) / Math.Max(f.Scale, double.Epsilon)) / observation.Findings.Length;

    static double TypicalWidth(IEnumerable<Finding> findings)
    {
        double[] widths = [.. findings.Where(f => f.Scale > 0 && double.IsFinite(f.High - f.Low) && f.High > f.Low)
            .Select(f => (f.High - f.Low) / f.Scale).Order()];
        return widths.Length == 0 ? 0 : widths[widths.Length / 2];
    }

    /// <summary>How digits are lost, in words that may be empty; null where they are not.</summary>
    string? DigitsLost(bool isSingle)
    {
        if (isSingle && OptionHypotheses.InSingle(entry, ordered[0].Case.Spec) is { } rounded && Tried(rounded, 0).Strict.HoldsWhole)
            return rounded.Name;
        bool[] half = [.. ordered.SelectMany(one => one.Findings.Where(one.IsWrongNumber).Select(finding => comparison.IsHalfRight(one, finding)))];
        return half.Count(right => right) >= LostShare * half.Length ? "" : null;
    }

    Explanation Explained(bool isSingle)
    {
        var all = Hypotheses.Of(entry).Select(hypothesis => Tried(hypothesis, Sample)).ToList();
        if (Named(all, fit => fit.Strict) is { } named)
            return named;
        string? lost = DigitsLost(isSingle);
        if (lost is { Length: > 0 })
            return new($"{Capital(lost)}.", [lost], null) { LosesDigits = true };
        all.AddRange(ConstantSolver.Of(entry, ordered, failing).Select(hypothesis => Tried(hypothesis, 1)));
        return Named(all, fit => fit.Strict) ?? Named(all, fit => fit.Half)
            ?? (lost is null ? null : new Explanation("", [], null) { LosesDigits = true })
            ?? EachAlone(all, failing, fit => fit.Strict) ?? EachAlone(all, failingHalf, fit => fit.Half)
            ?? Paired(all) ?? Nearest(all);
    }

    Fit Tried(Hypothesis hypothesis, int sample)
    {
        var fit = new Fit(hypothesis, failing, failingHalf);
        for (int i = 0; i < ordered.Length && (i < sample || fit.IsAlive) && (i != Math.Max(sample, PairSample) || fit.HasAgreed); i++)
            fit.See(ordered[i], comparison);
        return fit;
    }

    Explanation? Named(IReadOnlyCollection<Fit> fits, Func<Fit, FitOutputs> how)
    {
        Fit[] holding = Ranked(fits.Where(fit => how(fit).HoldsInPart), how);
        return holding.Length == 0 ? null : Said(holding, how);
    }

    // Of those that explain as much, the simplest kind comes first; and what explains all outputs before what explains those that fail.
    static Fit[] Ranked(IEnumerable<Fit> fits, Func<Fit, FitOutputs> how)
    {
        Fit[] all = [.. fits];
        int most = all.Length == 0 ? 0 : all.Max(fit => how(fit).Agreeing);
        return [.. all.OrderBy(fit => 2 * how(fit).Agreeing < most).ThenBy(fit => Rank(fit.Hypothesis.Kind, how(fit).HoldsWhole))];
    }

    // Of a gradient alone a missing factor is said before another option, of which the value would know.
    static int Rank(HypothesisKind kind, bool isWhole) =>
        2 * (int)(!isWhole && kind == HypothesisKind.Option ? HypothesisKind.General : kind) + (isWhole ? 0 : kind == HypothesisKind.Option ? 2 : 1);

    Explanation Said(Fit[] holding, Func<Fit, FitOutputs> how)
    {
        Fit first = holding[0];
        Observation? telling = failing.Select(output => how(first).Of(output).Telling).FirstOrDefault(one => one is not null);
        string mistake = Sentence(first.Hypothesis, telling);
        string where = right.Length > 0 && !how(first).HoldsWhole
            ? $"In {Listed(failing)}, while {Listed(right)} {(right.Length == 1 ? "is" : "are")} right: " : "";
        string text = $"{Capital(where + mistake)}. All {Number(how(first).Agreeing)} elements that tell it from the right formula agree"
            + $"{(first.Strict.HoldsInPart ? "" : " to half of their digits; digits are lost besides")}.";
        string[] others = [.. holding.Skip(1).Where(fit => 2 * how(fit).Agreeing >= how(first).Agreeing).Select(fit => fit.Hypothesis.Name)
            .Where(name => name != first.Hypothesis.Name).Distinct().Take(2)];
        if (others.Length > 0)
            text += $" The same answers here: {string.Join("; or ", others)}.";
        return new(text, [.. holding.Select(fit => fit.Hypothesis.Name).Distinct()], telling?.Case);
    }

    string Sentence(Hypothesis hypothesis, Observation? telling)
    {
        string text = hypothesis.Name;
        if (hypothesis.Other is { } other && telling is not null && other(telling.Case.Spec) is { } spec)
            text += $"; {computes} {CSharp.Spec(spec)}, not {CSharp.Spec(telling.Case.Spec)}";
        string[] sources = [.. hypothesis.Sources.Where(source => source.Contains('#')).Take(2)];
        return sources.Length > 0 ? $"{text} (as in {string.Join(" and ", sources)})" : text;
    }

    Explanation? EachAlone(IReadOnlyCollection<Fit> fits, ImmutableArray<string> failing, Func<Fit, FitOutputs> how)
    {
        if (failing.Length < 2)
            return null;
        (string Output, Fit[] Fits)[] each = [.. failing.Select(output => (output, Ranked(fits.Where(fit => how(fit).HoldsOn([output])), how)))];
        if (each.Any(one => one.Fits.Length == 0))
            return null;
        return new(string.Join(" ", each.Select(one =>
            $"In {one.Output}: {Sentence(one.Fits[0].Hypothesis, how(one.Fits[0]).Of(one.Output).Telling)}.")),
            [.. each.Select(one => one.Fits[0].Hypothesis.Name).Distinct()], how(each[0].Fits[0]).Of(each[0].Output).Telling?.Case);
    }

    // The mistakes nearest to the answers, two at a time; each pair dies at its first contradiction.
    Explanation? Paired(IReadOnlyCollection<Fit> fits)
    {
        Fit[] able = [.. fits.Where(fit => !fit.Hypothesis.ReplacesAll && fit.Hypothesis.Kind != HypothesisKind.OtherOp)
            .OrderByDescending(fit => fit.Half.Share).Take(Combined)];
        Fit[] known = [.. fits.Where(fit => fit.Hypothesis.ReplacesAll).OrderByDescending(fit => fit.Half.Share).Take(Combined / 3)];
        var holding = new List<Fit>();
        foreach (Fit outer in able)
            foreach (Fit inner in able.Concat(known))
                if (outer != inner && Tried(outer.Hypothesis.With(inner.Hypothesis), 0) is { Half.HoldsInPart: true } fit)
                    holding.Add(fit);
        return Named(holding, fit => fit.Strict) ?? Named(holding, fit => fit.Half);
    }

    // A mistake that explains nearly all answers is one of several.
    Explanation Nearest(IReadOnlyCollection<Fit> fits)
    {
        const double Nearly = 0.9, Near = 0.5;
        const int Enough = 20;
        Fit? nearest = fits.OrderByDescending(fit => fit.Half.Share).FirstOrDefault();
        if (nearest is not { Half.Share: >= Nearly } && failing.Select(Proportional).FirstOrDefault(said => said is not null) is { } proportional)
            return new($"No known mistake. {proportional}", [], null);
        if (nearest is null || nearest.Half.Share < Near)
            return new("No known mistake.", [], null);
        string agrees = $"it agrees on {(100 * nearest.Half.Share).ToString("F0", CultureInfo.InvariantCulture)} %";
        if (nearest.Half.Share < Nearly || nearest.Half.Agreeing < Enough)
            return new($"No known mistake. Nearest: {nearest.Hypothesis.Name}; {agrees}.", [], null);
        Observation? telling = failing.Select(output => nearest.Half.Of(output).Telling).FirstOrDefault(one => one is not null);
        return new($"{Capital(Sentence(nearest.Hypothesis, telling))}; {agrees}, and the others have another cause.", [nearest.Hypothesis.Name],
            telling?.Case);
    }

    // Whether wrong answers are the right ones times one number.
    string? Proportional(string output)
    {
        const int Enough = 20;
        (Observation Of, Finding At)[] wrong = [.. ordered.SelectMany(one => one.Findings.Where(f => OutputOf(f) == output && one.IsWrongNumber(f)
            && Comparison.Right(f) != 0).Select(f => (one, f)))];
        if (wrong.Length < Enough || entry.Kind == OpKind.Optimizer)
            return null;
        double[] ratios = [.. wrong.Select(one => one.At.First!.Value / Comparison.Right(one.At)!.Value).Order()];
        double usual = ConstantSolver.Significant(ratios[ratios.Length / 2], 3);
        int same = wrong.Count(one => comparison.OfHalf(one.Of, one.At, usual * Comparison.Right(one.At)!.Value) == Fitness.Agrees);
        return same >= 0.9 * wrong.Length
            ? FormattableString.Invariant($"Where {output} is wrong, it is {usual:G3} times as large as it should be.") : null;
    }

    static string Listed(ImmutableArray<string> outputs) =>
        outputs.Length == 1 ? outputs[0] : $"{string.Join(", ", outputs[..^1])} and {outputs[^1]}";

    static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // A formula's letters and names stay as they are.
    static string Capital(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var end && end > 1
        && text[..end].All(c => char.IsAsciiLetterLower(c) || c == ',') ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
