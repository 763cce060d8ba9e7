using ParityNet.Reports;

namespace ParityNet.Cli.Reports;

/// <summary>Passes progress on to a bar, on the calling thread; Progress of the runtime would deliver late and out of order.</summary>
sealed class Told(Action<double, string> tell) : IProgress<ReportProgress>
{
    public void Report(ReportProgress value) => tell((double)value.Done / value.Parts, value.Part);
}
