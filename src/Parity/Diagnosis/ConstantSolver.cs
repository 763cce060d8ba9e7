using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ParityNet.Parity.Planted;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Solves for the constant that would explain an answer: a value of an option, a factor, an addend.</summary>
static class ConstantSolver
{
    const int Anchors = 3, MostDigits = 6, Bisections = 60;

    // Zero, every magnitude from 10⁻¹² to 10⁴ with both signs, and what lies as near to 1.
    static readonly double[] Grid =
    [
        .. Enumerable.Range(-16, 17).Select(i => -Math.Pow(10, -i / 4.0)), 0,
        .. Enumerable.Range(-48, 65).Select(i => Math.Pow(10, i / 4.0)).Where(x => x < 0.9),
        .. Enumerable.Range(4, 25).Select(i => 1 - Math.Pow(10, -i / 4.0)), 1,
        .. Enumerable.Range(1, 16).Select(i => Math.Pow(10, i / 4.0)),
    ];

    /// <summary>Hypotheses about constants, with values that explain one answer each.</summary>
    public static IEnumerable<Hypothesis> Of(OpEntry entry, ImmutableArray<Observation> ordered, ImmutableArray<string> failing)
    {
        Anchor[] anchors = [.. failing.SelectMany(output => AnchorsOf(ordered, output)).OrderByDescending(anchor => anchor.Strength).Take(Anchors)];
        return
        [
            .. entry.Options.Where(option => (Nullable.GetUnderlyingType(option.Type) ?? option.Type) == typeof(double))
                .SelectMany(option => anchors.SelectMany(anchor => Roots(entry, option, anchor)).SelectMany(Rounded).Distinct()
                    .Select(value => OptionHypotheses.Fixed(entry, option, value))),
            .. failing.SelectMany(output => AnchorsOf(ordered, output).Take(1)).SelectMany(anchor => Factors(entry, anchor)),
        ];
    }

    static IEnumerable<Hypothesis> Factors(OpEntry entry, Anchor anchor)
    {
        if (entry.Kind == OpKind.Optimizer)
        {
            if (anchor.Before is { } before && anchor.Right != before)
                foreach ((string words, double factor) in Plain((anchor.Answer - before) / (anchor.Right - before)))
                    yield return OptimizerHypotheses.StepTimes($"steps are {words} times as large", factor);
            yield break;
        }
        if (anchor.Right != 0)
            foreach ((string words, double factor) in Plain(anchor.Answer / anchor.Right))
                yield return entry.Kind == OpKind.Schedule ? ScheduleHypotheses.Times($"the rate is {words} times as large", factor) :
                    FunctionHypotheses.Times(entry, $"the result is {words} times as large", factor, HypothesisKind.Factor);
        foreach ((string words, double addend) in Plain(anchor.Answer - anchor.Right))
            yield return FunctionHypotheses.Plus(entry, $"{words} is added to the value", addend);
    }

    // Fractions of small numbers first, then decimals of few digits.
    static IEnumerable<(string Words, double Number)> Plain(double number)
    {
        if (!double.IsFinite(number) || number == 0)
            yield break;
        for (int q = 1; q <= 12; q++)
            if (Math.Round(number * q) is var p && p != 0 && Math.Abs(p) <= 100 && Math.Abs(number - p / q) <= Math.Abs(number) * 1e-3
                && (q == 1 || BigInteger.GreatestCommonDivisor((long)Math.Abs(p), q) == 1))
                yield return (q == 1 ? Text(p) : $"{Text(p)}/{q}", p / q);
        foreach ((string words, double value) in new[] { ("ln 2", Math.Log(2)), ("1/ln 2", 1 / Math.Log(2)), ("√2", Math.Sqrt(2)),
            ("1/√2", Math.Sqrt(0.5)), ("π", Math.PI), ("2π", 2 * Math.PI), ("√(2π)", Math.Sqrt(2 * Math.PI)),
            ("ln(2π)/2", Math.Log(2 * Math.PI) / 2) })
            foreach (double signed in new[] { value, -value })
                if (Math.Abs(number - signed) <= Math.Abs(number) * 1e-3)
                    yield return (signed < 0 ? "−" + words : words, signed);
        foreach (double rounded in Rounded(number))
            yield return (Text(rounded), rounded);
    }

    static IEnumerable<double> Rounded(double number)
    {
        for (int digits = 1; digits <= MostDigits; digits++)
        {
            yield return Significant(number, digits);
            if (number is > 0.5 and < 1)
                yield return 1 - Significant(1 - number, digits) is var near ? Significant(near, 12) : near;
        }
    }

    /// <summary>A number with so many significant digits.</summary>
    public static double Significant(double number, int digits) =>
        double.Parse(number.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    static IEnumerable<double> Roots(OpEntry entry, OptionInfo option, Anchor anchor)
    {
        double? Off(double value) => option.Property.GetValue(anchor.Observation.Case.Spec) is double own && own == value
            ? anchor.Right - anchor.Answer
            : OptionHypotheses.Set(entry, anchor.Observation.Case.Spec, option, value) is { } other
            && anchor.Under(right => new OtherSpec(right, spec => spec.GetType() == entry.SpecType ? other : spec)) is { } predicted
            && double.IsFinite(predicted) ? predicted - anchor.Answer : null;
        (double At, double Off)? last = null;
        foreach (double at in Grid)
        {
            if (Off(at) is not { } off)
            {
                last = null;
                continue;
            }
            if (off == 0)
                yield return at;
            else if (last is { } before && before.Off * off < 0 && Bisected(before.At, at, before.Off, Off) is { } root)
                yield return root;
            last = (at, off);
        }
    }

    static double? Bisected(double low, double high, double offLow, Func<double, double?> off)
    {
        for (int i = 0; i < Bisections; i++)
        {
            double middle = low > 0 && high > 4 * low ? Math.Sqrt(low * high) : low / 2 + high / 2;
            if (off(middle) is not { } now)
                return null;
            if (now == 0)
                return middle;
            (low, high) = now * offLow > 0 ? (middle, high) : (low, middle);
        }
        return low / 2 + high / 2;
    }

    static IEnumerable<Anchor> AnchorsOf(ImmutableArray<Observation> ordered, string output) => ordered
        .SelectMany(observation => observation.Findings.Where(f => observation.IsWrongNumber(f) && f.Quantity.Split('[')[0] == output)
            .Select(finding => new Anchor(observation, finding)).OrderByDescending(anchor => anchor.Strength).Take(1))
        .Take(20).OrderByDescending(anchor => anchor.Strength).Take(Anchors);

    /// <summary>A wrong answer from which a constant is solved for.</summary>
    sealed record Anchor(Observation Observation, Finding Finding)
    {
        public double Answer => Finding.First!.Value;

        public double Right => Comparison.Right(Finding)!.Value;

        /// <summary>By how many widths of its enclosure the answer is off: the digits that a constant can be solved to.</summary>
        public double Strength => Math.Abs(Answer - Right) / Math.Max(Finding.High - Finding.Low, double.Epsilon);

        /// <summary>The parameter before the step; null for another output.</summary>
        public double? Before => Observation.Before(Finding);

        /// <summary>What a backend with a mistake answers.</summary>
        public double? Under(Func<IBackend, IBackend> plant)
        {
            try
            {
                return Observation.Run(plant(new DefinitionBackend())).First(q => q.Name == Finding.Quantity).Values.Flat()[Finding.Index];
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                return null;
            }
        }
    }
}
