using System.Collections.Immutable;
using ParityNet.Parity.Cases;

namespace ParityNet.Reports;

/// <summary>Something about a case, with the index of the case, by which parts of a run are put in order.</summary>
/// <param name="Index">The index of the case.</param>
/// <param name="Case">The case.</param>
/// <param name="Skip">What could not be done with it; null where nothing went wrong.</param>
sealed record IndexedCase(int Index, CaseReport Case, SkipReport? Skip = null)
{
    /// <summary>What shows a case: the first short one, which shrinks in little time, or else the first.</summary>
    /// <param name="index">The index of a case.</param>
    /// <returns>The smallest number for the case to show.</returns>
    public static (bool IsLong, int Index) Order(int index) => (LongShapes.IsTurn(index), index);
}

/// <summary>Elements of one backend that have a remark, and the case that shows it.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="First">One count of these elements.</param>
/// <param name="Second">The other.</param>
/// <param name="Shown">The case.</param>
sealed record RemarkTally(string Backend, long First, long Second, IndexedCase Shown);

/// <summary>The evidence of one output.</summary>
/// <param name="Output">The output.</param>
/// <param name="Index">The index of the first case that has it.</param>
/// <param name="Position">Its position among the outputs of that case.</param>
/// <param name="Bits">The evidence of its elements.</param>
/// <param name="Weak">The number of elements with weak evidence.</param>
sealed record EvidenceTally(string Output, int Index, int Position, Distribution Bits, long Weak);

/// <summary>The errors of one backend.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Ulps">The errors.</param>
/// <param name="Rounded">The number of correctly rounded elements.</param>
/// <param name="Bins">The histogram.</param>
/// <param name="Worst">The worst case; null where there is none.</param>
sealed record ErrorTally(string Backend, Distribution Ulps, long Rounded, ImmutableArray<long> Bins, IndexedCase? Worst = null);

/// <summary>The number of elements that a known difference explains.</summary>
sealed record KnownTally(string Id, long Elements);

/// <summary>Why a backend left cases out.</summary>
/// <param name="Reason">The reason, in a sentence.</param>
/// <param name="Cases">The number of cases.</param>
sealed record SkipTally(string Reason, long Cases);
