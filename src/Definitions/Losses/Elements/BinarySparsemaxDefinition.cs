using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// A. Martins and R. Astudillo, 2016, for two classes: with z = ∓x, 0 where z ≤ −1, z where z ≥ 1, else ¼(z + 1)².
sealed class BinarySparsemaxDefinition : ElementLossDefinition<BinarySparsemax>
{
    protected override R Element<R>(BinarySparsemax spec, R prediction, R target)
    {
        R z = R.Where(R.Equal(target, R.Zero), prediction, -prediction);
        return R.Where(z >= R.One, z, R.Square(Clamp.AtLeast(z, -R.One) + R.One) / R.Exact(4));
    }
}
