using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Optimizers;

/// <summary>Exponential moving averages, in the forms that libraries use.</summary>
static class Means
{
    /// <summary><c>βm + (1 − β)g</c> in older, <c>m + (1 − β)(g − m)</c> (<c>lerp</c>) in newer PyTorch.</summary>
    /// <remarks>
    /// For 1 − β ≥ ½ newer PyTorch interpolates from g, <c>g − (1 − (1 − β))(g − m)</c> (<c>aten/src/ATen/native/Lerp.h</c>).
    /// </remarks>
    public static R Of<R>(R old, R next, double beta)
        where R : struct, IReal<R>
    {
        Host part = 1 - Host.Of(beta);
        R share = R.FromHost(part), way = R.Hull(R.FromHost(beta) * old + share * next, old + share * (next - old));
        return beta <= 0.5 ? R.Hull(way, next - R.FromHost(1 - part) * (next - old)) : way;
    }

    /// <summary><c>βv + (1 − β)g²</c>.</summary>
    public static R OfSquares<R>(R old, R next, double beta)
        where R : struct, IReal<R>
    {
        R share = R.FromHost(1 - Host.Of(beta));
        return R.FromHost(beta) * old + R.Hull(share * R.Square(next), share * next * next);
    }

    /// <summary>
    /// Linear interpolation with weight w, in any of the forms <c>a + w(b − a)</c>, <c>b − (1 − w)(b − a)</c> and <c>(1 − w)a + wb</c>.
    /// </summary>
    public static R Between<R>(R a, R b, Host part)
        where R : struct, IReal<R>
    {
        R w = R.FromHost(part), rest = R.FromHost(1 - part);
        return R.Hull(a + w * (b - a), R.Hull(b - rest * (b - a), rest * a + w * b));
    }
}
