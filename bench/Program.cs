using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ParityNet.Bench;
using ParityNet.Parity;
using Perfolizer.Horology;

// What table.sh goes through.
if (args is ["--ops"])
{
    foreach (OpEntry op in Catalog.All.Where(op => op.IsComputed && op.Kind != OpKind.Model))
        Console.WriteLine(op.Name);
    return;
}

if (args is ["--products", .. var sizes])
{
    ProductBenchmark.Run(sizes);
    return;
}

if (args is ["--product-errors"])
{
    ProductBenchmark.Errors();
    return;
}

if (args is ["--training"])
{
    TrainingBenchmark.Run();
    return;
}

// In this process: both backends share its libtorch, its threads and the machine's mood.
const string Short = "--short", Medians = "--medians";
Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
job = args.Contains(Short)
    ? job.WithWarmupCount(2).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(10))
    : job.WithWarmupCount(3).WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(100));
ManualConfig config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Params, DefaultColumnProviders.Descriptor, DefaultColumnProviders.Statistics, DefaultColumnProviders.Metrics)
    .AddColumn(new MemoryColumn())
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);

// Words without a star behind --filter are names of ops.
string[] passed = [.. args.Where(arg => arg is not (Short or Medians))];
for (int i = Array.IndexOf(passed, "--filter") + 1; i > 0 && i < passed.Length && !passed[i].StartsWith('-'); i++)
    if (!passed[i].Contains('*'))
        passed[i] = $"*Op: \"{passed[i]}\"*";
IEnumerable<Summary> summaries = BenchmarkSwitcher
    .FromTypes([typeof(ActivationBenchmarks), typeof(LayerBenchmarks), typeof(LossBenchmarks), typeof(OptimizerBenchmarks)])
    .Run(passed.Length == 0 ? ["--filter", "*"] : passed, config);

// What table.sh reads: backend, op, type, elements, pass, the median in nanoseconds and the bytes allocated by .NET per call.
if (args.Contains(Medians))
    foreach (BenchmarkReport report in summaries.SelectMany(summary => summary.Reports).Where(report => report.ResultStatistics is not null))
    {
        ParameterInstances of = report.BenchmarkCase.Parameters;
        Console.Error.WriteLine(string.Join(' ', report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            of["Op"], of["Type"], of["Elements"], of.Items.Any(item => item.Name == "Pass") ? of["Pass"] : "step", report.ResultStatistics!.Median,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0));
    }
