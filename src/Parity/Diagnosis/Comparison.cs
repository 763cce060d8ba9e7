using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Compares answers with what a hypothesis predicts: to the last digits, and to half of them.</summary>
/// <param name="isSingle">Whether the element type is <see cref="float"/>.</param>
/// <param name="typical">By output the median width of an enclosure, relative to the scale of its element.</param>
sealed class Comparison(bool isSingle, IReadOnlyDictionary<string, double> typical)
{
    // An implementation that loses digits is compared to half of them, and to a few roundings of numbers of magnitude 1.
    const double Roundings = 16;

    readonly double half = Math.ScaleB(1, isSingle ? -12 : -26), unit = Math.ScaleB(1, isSingle ? -23 : -52);

    /// <summary>Compares one answer.</summary>
    /// <remarks>
    /// A prediction is computed in double. What an implementation of it may answer lies around it, as far as the enclosure of the right
    /// formula reaches around its value, relative to the scale of both.
    /// </remarks>
    public Fitness Of(Finding finding, double predicted)
    {
        if (Decided(finding, ref predicted) is { } decided)
            return decided;
        double answer = finding.First!.Value, right = Right(finding)!.Value;
        double scale = Math.Max(Math.Abs(right), finding.Scale);
        double radius = Math.Max(finding.High - finding.Low, typical.GetValueOrDefault(finding.Quantity.Split('[')[0]) * scale);
        radius = Math.Max(unit * Math.Abs(predicted), scale == 0 ? radius : radius * Math.Max(1, Math.Abs(predicted) / scale));
        radius += isSingle ? 1.4E-45 : 5E-324;
        bool tells = predicted - radius > finding.High || predicted + radius < finding.Low;
        return Math.Abs(answer - predicted) <= radius ? tells ? Fitness.Agrees : Fitness.Silent
            : tells || Observation.IsWrong(finding) ? Fitness.Contradicts : Fitness.Silent;
    }

    /// <summary>Compares one answer of an implementation that loses digits.</summary>
    public Fitness OfHalf(Observation observation, Finding finding, double predicted)
    {
        if (Decided(finding, ref predicted) is { } decided)
            return decided;
        double answer = finding.First!.Value, right = Right(finding)!.Value, radius = Radius(observation, finding, predicted);
        bool tells = Math.Abs(predicted - right) > 2 * radius;
        return Math.Abs(answer - predicted) <= radius ? tells ? Fitness.Agrees : Fitness.Silent
            : tells || Math.Abs(answer - right) > 2 * radius ? Fitness.Contradicts : Fitness.Silent;
    }

    /// <summary>Whether a wrong answer is the right one to half of its digits.</summary>
    public bool IsHalfRight(Observation observation, Finding finding) =>
        Math.Abs(finding.First!.Value - Right(finding)!.Value) <= Radius(observation, finding, Right(finding)!.Value);

    /// <summary>The right value; null where it is no number.</summary>
    public static double? Right(Finding finding) => finding.Best is { } best ? double.IsFinite(best) ? best : null
        : double.IsFinite(finding.Low) && double.IsFinite(finding.High) ? finding.Low / 2 + finding.High / 2 : null;

    // Half of the digits of the step that a parameter takes, or of the number itself and of 1, which most formulas subtract from or add to.
    double Radius(Observation observation, Finding finding, double predicted)
    {
        double right = Right(finding)!.Value;
        if (observation.Before(finding) is { } before)
            return half * Math.Max(Math.Abs(right - before), Math.Abs(predicted - before)) + Roundings * unit * Math.Abs(before);
        double radius = half * Math.Max(Math.Max(Math.Abs(right), Math.Abs(predicted)), finding.Scale);
        return observation.Case.Kind == OpKind.Optimizer ? radius : Math.Max(radius, Roundings * unit * Math.Max(1, observation.Largest));
    }

    // Answers and predictions that are no numbers, and what leaves the range.
    Fitness? Decided(Finding finding, ref double predicted)
    {
        if (finding.LeavesRange || finding.First is not { } answer || Right(finding) is not { } right)
            return Fitness.Silent;
        if (isSingle && Math.Abs(predicted) > float.MaxValue)
            predicted = Math.Sign(predicted) * double.PositiveInfinity;
        if (!double.IsFinite(predicted))
            return answer.Equals(predicted) ? Fitness.Agrees
                : Observation.IsWrong(finding) && double.IsFinite(answer) ? Fitness.Contradicts : Fitness.Silent;
        return double.IsFinite(answer) ? null : Fitness.Silent;
    }
}
