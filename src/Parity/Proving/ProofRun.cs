using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Diagnosis;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.Parity.Warnings;

namespace ParityNet.Parity.Proving;

/// <summary>Runs the cases of a proof, and finds out what their failures have in common.</summary>
/// <param name="subject">What is proved, as source.</param>
/// <param name="entry">The op; null for one that the catalogue lacks.</param>
/// <param name="options">The options.</param>
/// <param name="mine">The implementation.</param>
/// <param name="source">How it is called.</param>
sealed class ProofRun<T>(string subject, OpEntry? entry, ProofOptions options, IBackend mine, OwnSource source)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A proof without enough cases that fit its ranges says so instead of looking for ever.
    const int Trials = 20;

    readonly List<Observation> observations = [];
    readonly Dictionary<string, string> warnings = [];
    readonly Judge judge = new(mine, options.Against, KnownDifferences.All);
    long elements, equal;
    double worst;
    int failed, cases, threw;
    Judgement? refused, lost;
    int unanswered;

    /// <summary>What is said of the proof beside its result, such as that only the value was proved.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Runs the proof on the cases that are drawn; null for none that fits.</summary>
    public Proof Of(Func<int, Case<T>?> draw)
    {
        for (int i = 0; cases < options.Cases && i < Trials * options.Cases; i++)
            if (draw(i) is { } @case)
                Add(@case);
        Proof proof = refused is not null || failed > 0 ? Broken() : lost is null ? Held() : Unanswered(lost);
        string[] said = [.. warnings.Values.Order(StringComparer.Ordinal)];
        return said.Length == 0 ? proof : proof with
        {
            Warnings = said,
            Verdict = $"{proof.Verdict}\n{string.Join('\n', said.Select(warning => $"Warning: {warning}"))}",
        };
    }

    // Drawn cases stay in the domain of each argument but where a range of the user's leads out of it.
    void Warn(Case<T> @case)
    {
        if (!options.Ranges.IsEmpty && ((@case as IOwnCase<T>)?.Arguments ?? @case) is FunctionCase<T> function)
            foreach (string warning in InputWarnings.Domains(function.Function, function.Operands))
                warnings.TryAdd(warning.Split(':')[0], warning);
    }

    void Add(Case<T> @case)
    {
        cases++;
        Warn(@case);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        Judgement judged = Judged(@case, findings);
        // A worker that gives no answer costs its case, not the run.
        if (judged.IsLost)
        {
            lost ??= judged;
            unanswered++;
            return;
        }
        if (judged.Failure is { } failure)
        {
            if (IsReferencesOwn(@case, failure))
                return;
            refused ??= judged;
            threw++;
            return;
        }
        elements += judged.Counts.Total();
        equal += judged.BitsEqual;
        worst = judged.FirstUlps.Where(double.IsFinite).Append(worst).Max();
        var observation = Observation.Of(@case, findings.ToImmutable(), (@case as IOwnCase<T>)?.Arguments);
        failed += observation.Fails ? 1 : 0;
        observations.Add(observation);
    }

    Judgement Judged(Case<T> @case, ICollection<Finding>? findings = null)
    {
        try
        {
            return judge.Of(@case, findings);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return Judgement.Failed(@case, problem.Message);
        }
    }

    Proof Held()
    {
        string compared = options.Against is null ? "" : FormattableString.Invariant(
            $", and equal to {options.Against.Name} to the bit on {100.0 * equal / Math.Max(elements, 1):F1} %");
        string restrictions = options.Restrictions() is { Length: > 0 } left ? $" ({left})" : "";
        return new(subject, ElementType.Name<T>(), ProofFailure.None, cases, elements, FormattableString.Invariant(
            $"Holds: {subject} in {ElementType.Name<T>()}{Remark}, on {cases} cases of {elements} elements{restrictions}: all inside ") +
            FormattableString.Invariant($"the bounds of the definition, at most {worst:G3} ULP off{compared}."));
    }

    Proof Unanswered(Judgement first) => new(subject, ElementType.Name<T>(), ProofFailure.Throws, cases, elements, FormattableString.Invariant(
        $"Broken: {subject} in {ElementType.Name<T>()}: {unanswered} of {cases} cases {(unanswered == 1 ? "has" : "have")} no answer; ") +
        FormattableString.Invariant($"the others hold, {elements} elements.\n\nThe first one without an answer:\n\n    ") +
        $"{first.Case.Request()}\n\n{first.Failure}", first.Case);

    Proof Broken()
    {
        Explanation? explanation = Diagnostician.Explain<T>(entry, observations);
        bool hasFormula = observations.Any(o => o.HasWrongNumber);
        ProofFailure kind = refused is not null && failed == 0 ? ProofFailure.Throws
            : !hasFormula ? ProofFailure.SpecialInputs
            : explanation is { LosesDigits: true } ? ProofFailure.DigitsLost : ProofFailure.FormulaDiffers;
        var shown = new List<Judgement>();
        if (refused is not null)
            shown.Add(Judged(((Case<T>)refused.Case).Shrunk(c => Judged(c).Failure is { } again && !IsReferencesOwn(c, again))));
        if (hasFormula && Smallest((o, f) => o.IsWrongNumber(f)) is { } formula)
            shown.Add(formula);
        if (!hasFormula && Smallest((_, f) => Observation.IsWrong(f)) is { } special)
            shown.Add(special);
        Exception? problem = refused is null ? null : Problem((Case<T>)shown[0].Case);
        OutputCount[] outputs = [.. Counted()];
        ImmutableArray<string> ends = SpecialKinds();
        string text = new ProofText<T>(subject, options, source).Broken(
            kind, Remark, explanation, ends, outputs, failed, threw, cases, shown, problem);
        return new(subject, ElementType.Name<T>(), kind, cases, elements, text, shown[0].Case)
        {
            Explanation = explanation,
            Problem = problem,
            Outputs = outputs,
            Special = ends,
            Outside = shown[0].Outside,
        };
    }

    IEnumerable<OutputCount> Counted() => observations.SelectMany(o => o.Findings).GroupBy(f => f.Quantity.Split('[')[0]).Select(group =>
    {
        long wrong = group.Count(Observation.IsWrong);
        return new OutputCount(group.Key, wrong, group.Count(),
            wrong == 0 ? null : Region.Of<T>(observations, group.Key));
    });

    // What sets the special inputs apart on which answers are wrong.
    ImmutableArray<string> SpecialKinds()
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Observation observation in observations.Where(o => o.Findings.Any(f => Observation.IsWrong(f)
            && !o.IsWrongNumber(f))))
        {
            double[] inputs = [.. Observation.Inputs((observation.Case as IOwnCase<T>)?.Arguments ?? (Case<T>)observation.Case)];
            kinds.Add(inputs.Any(double.IsNaN) ? "NaN" : inputs.Any(double.IsInfinity) ? "±∞"
                : observation.Findings.Any(f => Observation.IsWrong(f) && observation.IsTame(f)) ? "an answer of NaN or ±∞ to ordinary numbers"
                : "numbers whose squares leave the range");
        }
        return [.. kinds];
    }

    Judgement? Smallest(Func<Observation, Finding, bool> wrong)
    {
        bool Fails(Case<T> @case)
        {
            var findings = ImmutableArray.CreateBuilder<Finding>();
            return Judged(@case, findings).Failure is null
                && Observation.Of(@case, findings.ToImmutable(), (@case as IOwnCase<T>)?.Arguments) is var observation
                && observation.Findings.Any(f => wrong(observation, f));
        }
        Observation? first = observations.Where(o => o.Findings.Any(f => wrong(o, f))).MinBy(o => o.Findings.Length);
        return first is null ? null : Judged(((Case<T>)first.Case).Shrunk(Fails));
    }

    bool IsReferencesOwn(Case<T> about, string failure)
    {
        if (Problem(about) is not { } problem)
            return !failure.Contains(mine.Name, StringComparison.Ordinal);
        // The op's own checks refuse this case on every backend.
        return problem is ArgumentException && about is FunctionCase<T> function && Refused(function, problem.Message);
    }

    Exception? Problem(Case<T> about)
    {
        try
        {
            _ = about.Run(mine);
            return null;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return problem;
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
}
