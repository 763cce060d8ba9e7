using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, m + d₊ − d₋), where d₋ is the smaller of the two if swap_distance is given.
sealed class TripletDistancesDefinition : BroadcastLossDefinition<TripletDistances>
{
    public static R Of<R>(R margin, R near, R far)
        where R : struct, IReal<R> => Clamp.AtLeastZero(R.Hull(margin + near - far, near - far + margin));

    protected override R Loss<R>(TripletDistances spec, GroupInputs<R> x)
    {
        R far = x["negative_distance"][0];
        return Of(R.FromHost(spec.Margin), x["positive_distance"][0], x.Has("swap_distance") ? Clamp.Smaller(far, x["swap_distance"][0]) : far);
    }
}
