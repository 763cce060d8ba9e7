namespace ParityNet.Schedules;

/// <summary>Interpolation along an annealing curve.</summary>
static class Between
{
    /// <summary>The value at a fraction of the way from start to end; fractions above 1 extrapolate the curve.</summary>
    public static double At(this Anneal how, double start, double end, double share) => how == Anneal.Cos
        ? end + (start - end) / 2 * (Math.Cos(Math.PI * share) + 1)
        : (end - start) * share + start;
}
