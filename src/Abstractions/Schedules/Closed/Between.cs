namespace ParityNet.Schedules;

/// <summary>Values on the way from one to another.</summary>
static class Between
{
    /// <summary>The value at a share of the way; shares above 1 go on as the curve does.</summary>
    public static double At(this Anneal how, double start, double end, double share) => how == Anneal.Cos
        ? end + (start - end) / 2 * (Math.Cos(Math.PI * share) + 1)
        : (end - start) * share + start;
}
