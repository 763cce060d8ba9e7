using FsCheck;
using FsCheck.Fluent;

namespace ParityNet.Parity.Cases;

/// <summary>Generators of shapes.</summary>
static class Shapes
{
    // Around the lane counts of floats and doubles in vectors of 128 to 512 bits.
    static readonly Gen<int> Length = Gen.Frequency(
        (1, Gen.Constant(0)), (6, Gen.Constant(1)), (16, Gen.Choose(2, 5)), (6, Gen.Elements(7, 8, 9)), (4, Gen.Elements(15, 16, 17)),
            (1, Gen.Elements(31, 32, 33)));

    static readonly Gen<int> Short = Gen.Frequency((1, Gen.Constant(0)), (12, Gen.Constant(1)), (20, Gen.Choose(2, 3)));

    /// <summary>Shapes of rank 1 to 4.</summary>
    public static readonly Gen<nint[]> Any = Gen.Frequency(
        (6, Length.Select(n => new nint[] { n })),
        (4, from a in Short from b in Length select new nint[] { a, b }),
        (2, from a in Short from b in Short from c in Short select new nint[] { a, b, c }),
        (1, from a in Short from b in Short from c in Short from d in Short select new nint[] { a, b, c, d }));

    /// <summary>Shapes of a given rank, at least 1.</summary>
    public static Gen<nint[]> OfRank(int rank) => rank == 1
        ? Length.Select(n => new nint[] { n })
        : Gen.ArrayOf(Short, rank - 1).SelectMany(first => Length.Select(last => (nint[])[.. first.Select(n => (nint)n), last]));

    static readonly Gen<int> Classes = Gen.Frequency((1, Gen.Constant(1)), (8, Gen.Choose(2, 5)), (1, Gen.Elements(8, 9, 16, 17)));

    static readonly Gen<int> Rows = Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Constant(1)), (8, Gen.Choose(2, 5)));

    static readonly Gen<nint[]> Scores = Gen.Frequency(
        (2, Classes.Select(c => new nint[] { c })),
        (8, from n in Rows from c in Classes select new nint[] { n, c }));

    static readonly Gen<nint[]> DeepScores = Gen.Frequency(
        (5, Scores), (1, from n in Rows from c in Classes from d in Gen.Choose(1, 3) select new nint[] { n, c, d }));

    static readonly Gen<nint[]> Channels = Gen.Frequency(
        (4, from n in Gen.Choose(2, 6) from c in Gen.Choose(1, 4) select new nint[] { n, c }),
        (1, from n in Gen.Choose(1, 3) from c in Gen.Choose(1, 3) from d in Gen.Choose(2, 4) select new nint[] { n, c, d }));

    static readonly Gen<nint[]> Sequences = Gen.Frequency(
        (1, from t in Gen.Choose(1, 6) from c in Gen.Choose(1, 5) select new nint[] { t, c }),
        (3, from t in Gen.Choose(1, 6) from n in Gen.Choose(1, 3) from c in Gen.Choose(1, 5) select new nint[] { t, n, c }));

    /// <summary>The shapes of a family.</summary>
    public static Gen<nint[]> Of(ShapeFamily family) => family switch
    {
        ShapeFamily.Rows => Scores,
        ShapeFamily.DeepRows => DeepScores,
        ShapeFamily.Channels => Channels,
        ShapeFamily.Sequences => Sequences,
        _ => Any,
    };
}
