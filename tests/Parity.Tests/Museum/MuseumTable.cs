using System.Collections.Immutable;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Laws;
using ParityNet.Parity.Planted;
using ParityNet.Parity.Tests.Planted;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Parity.Tests.Museum;

/// <summary>Plants every error and counts cases until it is caught.</summary>
static class MuseumTable
{
    const int Cases = 100, LawCases = 20;

    /// <summary>One row an error, in their order.</summary>
    public static ImmutableArray<MuseumRow> Rows { get; } = [.. EveryPlantedError.All.AsParallel().AsOrdered().Select(Row)];

    static MuseumRow Row(PlantedError planted)
    {
        IBackend wrong = planted.Plant(Backends.Native);
        OpEntry entry = Catalog.Find(planted.Op);
        return new(planted.Op, planted.Name, planted.Sources, UntilOutside(wrong, entry), [.. LawBook.All.Where(law => Breaks(law, wrong, entry)).Select(law => law.Name)]);
    }

    // Schedules are under laws alone. Float and double take turns, as some mistakes show in one of them only.
    static int? UntilOutside(IBackend wrong, OpEntry entry)
    {
        if (!entry.IsComputed)
            return null;
        var judge = new Judge(wrong);
        (Draw<float> single, Draw<double> wide) = (new(entry, 1), new(entry, 1));
        for (int i = 0; i < Cases; i++)
            if (!(i % 2 == 0 ? judge.Of(single.At(i / 2)) : judge.Of(wide.At(i / 2))).Holds)
                return i + 1;
        return null;
    }

    static bool Breaks(Law law, IBackend wrong, OpEntry entry)
    {
        OpSpec[] specs = [.. entry.Examples.Where(law.AppliesTo)];
        return specs.Length > 0 && Enumerable.Range(0, LawCases).Any(i => LawTrial.Broken<float>(law, wrong, specs[i % specs.Length], (ulong)i) is not null);
    }
}
