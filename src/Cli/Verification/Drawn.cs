using System.Numerics;
using ParityNet.Parity;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports;

namespace ParityNet.Cli.Verification;

/// <summary>Draws some of a report's cases anew and judges them on this machine.</summary>
/// <param name="report">The report.</param>
/// <param name="backends">Its backends, as they are here.</param>
sealed class Drawn(Report report, IReadOnlyList<IBackend> backends)
{
    /// <summary>Judges cases that are drawn at random from all that the report counts.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed of the choice.</param>
    public IEnumerable<Check> Some(int count, int seed)
    {
        OpReport[] ops = [.. report.Ops.Where(op => op.Cases > 0)];
        var random = new Random(seed);
        for (int i = 0; i < count && ops.Length > 0; i++)
        {
            OpReport op = ops[random.Next(ops.Length)];
            int index = (int)random.NextInt64(op.Cases);
            yield return op.ElementType == "float32" ? One<float>(op, index) : One<double>(op, index);
        }
    }

    Check One<T>(OpReport op, int index) where T : unmanaged, IFloatingPointIeee754<T>
    {
        OpEntry entry = Catalog.Find(op.Op);
        IBackend?[] having = [.. backends.Take(2).Select(backend => entry.IsIn(backend) ? backend : null)];
        Judgement judgement = new Judge(having[0], having.Length > 1 ? having[1] : null, KnownDifferences.All)
            .Of(new Draw<T>(entry, report.Setup.Seed).At(index));
        string where = $"case {index} of {op.Op}, {op.ElementType}";
        return judgement.Holds || op.Outside() > 0 ? new(where)
            : new(where, $"{where} must lie inside its bounds: expected no element outside, got "
                + $"{judgement.Failure ?? $"{judgement.Outside!.Quantity}[{judgement.Outside.Index}]"}; "
                + $"./paritynet replay '{judgement.Case.Request()}'");
    }
}
