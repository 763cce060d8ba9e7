namespace ParityNet.Reports.Textbook;

/// <summary>One number of the textbook: what it is, and how a backend computes it.</summary>
/// <param name="Row">The row of the textbook's list.</param>
/// <param name="What">What is computed.</param>
/// <param name="Expected">The number as printed.</param>
/// <param name="Compute">Computes it on a backend, in double.</param>
/// <param name="Slack">The largest effect of the rounding of the printed inputs on the result; 0 where they are exact.</param>
sealed record TextbookItem(int Row, string What, string Expected, Func<TextbookContext, double> Compute, double Slack = 0)
{
    /// <summary>Whether a number agrees with the printed one to the printed digits.</summary>
    /// <param name="computed">The number.</param>
    /// <returns>True where it rounds to them, or misses them by at most the slack.</returns>
    public bool Agrees(double computed)
    {
        double printed = Expected == "∞" ? double.PositiveInfinity : double.Parse(Expected);
        if (double.IsInfinity(printed))
            return computed == printed;
        int digits = Expected.Contains('.', StringComparison.Ordinal) ? Expected.Length - Expected.IndexOf('.') - 1 : 0;
        return Math.Abs(computed - printed) <= 0.5 * Math.Pow(10, -digits) + Slack;
    }
}
