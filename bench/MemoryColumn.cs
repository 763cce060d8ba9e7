using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using ParityNet.Parity;

namespace ParityNet.Bench;

/// <summary>Whose memory the results are written to.</summary>
sealed class MemoryColumn : IColumn
{
    public string Id => nameof(MemoryColumn);

    public string ColumnName => "Memory";

    public string Legend => "Memory of the results: own, of each call; reused, the caller's or in place";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => false;

    public UnitType UnitType => UnitType.Dimensionless;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => Reuses(benchmarkCase) ? "reused" : "own";

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;

    static bool Reuses(BenchmarkCase of) => of.Descriptor.Type == typeof(OptimizerBenchmarks) || of.Descriptor.WorkloadMethod.Name switch
    {
        nameof(OpBenchmarks.NativeInto) => true,
        nameof(OpBenchmarks.TorchInto) => (string)of.Parameters[nameof(FunctionBenchmarks.Pass)] == "value"
            && TorchInPlace.Has(Catalog.Find((string)of.Parameters[nameof(OpBenchmarks.Op)]).Examples[0]),
        _ => false,
    };
}
