using ParityNet.Parity;

namespace ParityNet.Tests.Ops;

/// <summary>The pages of ops: one a kind, and their index.</summary>
static class Pages
{
    static readonly Dictionary<OpKind, Page> ByKind = new()
    {
        [OpKind.Loss] = new(
            "losses.md", "Losses",
            "Pictures show the loss of one element and its derivative by the first argument; for rows of three, the first number moves and belongs to the right class, " +
            "and the others stay. Without more words `x` is the prediction and `y` the target. `reduction` makes one number of the losses of all elements or rows."),
        [OpKind.Activation] = new(
            "activations.md", "Activations",
            "Pictures show the value and its derivative, most of them from −4 to 4. For a row of three, the first number moves and the others are 0. A derivative at a kink is libtorch's."),
        [OpKind.Layer] = new(
            "layers.md", "Layers",
            "Layers are pure: running statistics, masks and weights are arguments. `eval` and `backend.Layer` take them by name."),
        [OpKind.Initializer] = new(
            "initializers.md", "Initializers",
            "Numbers are drawn in double from a seed and rounded once: the same on every backend and machine. Pictures count 16,384 numbers of the shape `[128, 128]`."),
        [OpKind.Optimizer] = new(
            "optimizers.md", "Optimizers",
            "`θ` is a parameter, `g` its gradient, `η` the learning rate, `λ` the weight decay and `t` the step, from 1; `±g` is `−g` where `maximize` is set. " +
            "Pictures show 60 steps in a bowl, `½(x² + y²)`, and in a ravine, `½(x² + 12y²)`, both from the same point, at the rate that stands above. " +
            "Wrappers and parameter groups have [a page of their own](../wrappers.md), and so have [state files](../state-files.md)."),
        [OpKind.Schedule] = new(
            "schedules.md", "Schedules",
            "`b` is the optimizer's learning rate, 0.1 in the pictures, and `t` the number of steps done. Where a schedule changes momentum, the picture shows both."),
        [OpKind.Model] = new(
            "models.md", "Models",
            "A model is made of layers and activations and is trained by any loss: see [training](../training.md)."),
        [OpKind.Minimizer] = new(
            "minimizers.md", "Minimizers",
            "`x` are the variables, `f` the objective, `g` or `∇f` its gradient, `∇²f` its Hessian, `r` residuals and `J` their Jacobian, `s` a step, `d` a direction and `t` a step " +
            "length; `x₊` is the point after a step. How to use them stands in [minimizing](../minimizing.md)."),
        [OpKind.LineSearch] = new(
            "line-searches.md", "Line searches",
            "A line search is an option of a [minimizer](minimizers.md)."),
    };

    public static IEnumerable<Page> All => ByKind.Values;

    public static Page Of(OpKind kind) => ByKind[kind];

    /// <summary>Every page by its file name.</summary>
    public static IEnumerable<(string File, string Text)> Written =>
        ByKind.Select(page => (page.Value.File, KindPage.Text(page.Value, [.. Catalog.Of(page.Key)]))).Prepend(("README.md", Index()));

    static string Index() =>
        "# Ops\n\nNames and options are PyTorch's where PyTorch has them. These pages are written from the catalogue and the specs' own documentation by " +
        "`tests/Docs.Tests`; `./paritynet list` shows the same on a terminal.\n" +
        string.Concat(ByKind.Select(page =>
            $"\n## [{page.Value.Title}]({page.Value.File})\n\n{string.Join(" · ", Catalog.Of(page.Key).Select(op => $"[{op.Name}]({page.Value.File}#{op.Name})"))}\n"));
}
