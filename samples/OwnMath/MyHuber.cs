using ParityNet.Parity.Proving;

namespace ParityNet.Samples.OwnMath;

/// <summary>Huber's loss, written by hand: the value and the derivative of one element.</summary>
public static class MyHuber
{
    public static ValueAndDerivative<float> Loss(float prediction, float target)
    {
        const float Delta = 0.5f;
        float r = prediction - target, size = Math.Abs(r);
        float value = size <= Delta ? 0.5f * r * r : Delta * (size - 0.5f * Delta);
        return new(value, Math.Clamp(r, -Delta, Delta));
    }

    /// <summary>The same with the factor ½ forgotten: the mistake to look for.</summary>
    public static ValueAndDerivative<float> Wrong(float prediction, float target)
    {
        ValueAndDerivative<float> right = Loss(prediction, target);
        float r = prediction - target;
        return Math.Abs(r) <= 0.5f ? right with { Value = r * r } : right;
    }
}
