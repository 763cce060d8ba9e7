using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>Pairs of violation and barrier value that a new point must improve on in one of the two. R. Fletcher and S. Leyffer, 2002.</summary>
/// <param name="entries">One pair per row; null for none.</param>
/// <param name="limit">The largest violation of any point.</param>
sealed class Filter(Matrix? entries, double limit)
{
    const double Margin = 1e-5;

    public Matrix? Entries => entries;

    public bool Accepts(double violation, double barrier)
    {
        if (violation > limit)
            return false;
        for (int i = 0; i < (entries?.Rows ?? 0); i++)
            if (violation > entries![i, 0] && barrier > entries[i, 1])
                return false;
        return true;
    }

    /// <summary>Whether a point improves enough on another one.</summary>
    public static bool Improves(double violation, double barrier, double lastViolation, double lastBarrier) =>
        violation <= (1 - Margin) * lastViolation || barrier <= lastBarrier - Margin * lastViolation;

    public Filter With(double violation, double barrier) =>
        new(entries.Pushed([(1 - Margin) * violation, barrier - Margin * violation], int.MaxValue), limit);
}
