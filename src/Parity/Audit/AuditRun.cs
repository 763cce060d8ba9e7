using System.Collections.Immutable;
using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>
/// Audits a library's own API: checks every member against the definition of its op, and every finding on its pinned case.
/// </summary>
/// <param name="library">The library.</param>
/// <param name="beside">The backend over the same native library.</param>
/// <param name="options">The options.</param>
public sealed class AuditRun(IReferenceLibrary library, IBackend beside, AuditOptions options)
{
    /// <summary>Runs the audit.</summary>
    /// <param name="progress">Receives the number of members done and the name of the last one; null for none.</param>
    /// <param name="cancellation">Cancels the run.</param>
    /// <returns>The report.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public AuditReport Run(Action<int, string>? progress = null, CancellationToken cancellation = default)
    {
        var members = ImmutableArray.CreateBuilder<AuditedMember>();
        var explained = new Dictionary<string, int>();
        IGrouping<(string Member, Type SpecType), Reference>[] groups =
            [.. library.References.GroupBy(reference => (reference.Member, reference.SpecType))];
        // Sequential, because a library has one random generator per process.
        foreach (IGrouping<(string Member, Type SpecType), Reference> group in groups)
        {
            cancellation.ThrowIfCancellationRequested();
            AuditedMember member = Member(group.Key.Member, AuditCase.EntryOf(group.First()).Name, [.. group.SelectMany(Trials)], explained);
            bool isNamed = options.NamesMistakes && member.Differing > 0 && group.First() is (FunctionReference or OptimizerReference);
            members.Add(isNamed ? member with { Mistake = MemberDiagnosis.Of(group.First(), beside, options.Seed) } : member);
            progress?.Invoke(members.Count, group.Key.Member);
        }
        return new(library.Name, library.Version, options.Cases, options.Seed, members.ToImmutable(),
            [.. library.Findings.Select(finding => Held(finding, explained.GetValueOrDefault(finding.Id)))]);
    }

    /// <summary>The number of members.</summary>
    public int Members => library.References.DistinctBy(reference => (reference.Member, reference.SpecType)).Count();

    IEnumerable<AuditCase> Trials(Reference reference) => reference switch
    {
        FunctionReference function =>
            FunctionTrials.Of<float>(function, beside, options).Concat(FunctionTrials.Of<double>(function, beside, options)),
        OptimizerReference optimizer =>
            OptimizerTrials.Of<float>(optimizer, beside, options).Concat(OptimizerTrials.Of<double>(optimizer, beside, options)),
        ScheduleReference schedule => ScheduleTrials.Of(schedule, options),
        InitializerReference initializer => InitializerTrials.Of(initializer, options),
        _ => throw new NotSupportedException(
            $"{reference.Member} must be of a kind that is audited: expected a function, an optimizer, a schedule or an initializer, got " +
            $"{reference.GetType().Name}."),
    };

    AuditedMember Member(string member, string op, ImmutableArray<AuditCase> trials, Dictionary<string, int> explained)
    {
        AuditCase[] differing = [.. trials.Where(trial => trial.Difference is not null)];
        ILookup<string?, AuditCase> byFinding =
            differing.ToLookup(trial => library.Findings.FirstOrDefault(finding => finding.Explains(member, trial.Spec))?.Id);
        foreach (IGrouping<string?, AuditCase> group in byFinding)
            if (group.Key is { } id)
                explained[id] = explained.GetValueOrDefault(id) + group.Count();
        AuditCase? unexplained = byFinding[null].FirstOrDefault();
        return new(member, op, trials.Length, differing.Length, [.. byFinding.Select(group => group.Key).OfType<string>()],
            unexplained is null ? null : $"{unexplained.Difference}\n{unexplained.Case()}");
    }

    static AuditedFinding Held(ReferenceFinding finding, int cases)
    {
        // Findings that need a process of their own are run by the tests.
        Seen seen = finding.Apart ?? finding.Pinned();
        return new(finding.Id, finding.Kind, finding.Members, finding.Differs, finding.PyTorch, finding.Since, finding.Code, seen.ToString(),
            seen.Differs, cases);
    }
}
