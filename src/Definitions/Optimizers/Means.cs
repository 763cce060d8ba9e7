using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Optimizers;

/// <summary>Running means, in the forms that libraries have.</summary>
static class Means
{
    /// <summary><c>βm + (1 − β)g</c> or <c>m + (1 − β)(g − m)</c>, as older and newer PyTorch have it.</summary>
    /// <remarks>
    /// Newer PyTorch goes back from g, <c>g − (1 − (1 − β))(g − m)</c>, where 1 − β is at least ½ (<c>aten/src/ATen/native/Lerp.h</c>).
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
    /// The point that lies a part of the way from one number to another: <c>a + w(b − a)</c>, <c>b − (1 − w)(b − a)</c> or
    /// <c>(1 − w)a + wb</c>.
    /// </summary>
    public static R Between<R>(R a, R b, Host part)
        where R : struct, IReal<R>
    {
        R w = R.FromHost(part), rest = R.FromHost(1 - part);
        return R.Hull(a + w * (b - a), R.Hull(b - rest * (b - a), rest * a + w * b));
    }
}
