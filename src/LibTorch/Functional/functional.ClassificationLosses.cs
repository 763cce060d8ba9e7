using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary><c>aten::binary_cross_entropy</c>.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.binary_cross_entropy.Call(input, target, weight, reduction);

            /// <summary><c>aten::binary_cross_entropy_with_logits</c>.</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                Aten.binary_cross_entropy_with_logits.Call(input, target, weight, pos_weights, reduction);

            /// <summary><c>aten::cross_entropy_loss</c>.</summary>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                Aten.cross_entropy_loss.Call(input, target, weight, reduction, ignore_index, label_smoothing);

            /// <summary><c>aten::nll_loss_nd</c>.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.nll_loss_nd.Call(input, target, weight, reduction);

            /// <summary><c>aten::multi_margin_loss</c>.</summary>
            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.multi_margin_loss.Call(input, target, p, margin, weight, reduction);

            /// <summary><c>aten::multilabel_margin_loss</c>.</summary>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.multilabel_margin_loss.Call(input, target, reduction);

            /// <summary><c>aten::soft_margin_loss</c>.</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.soft_margin_loss.Call(input, target, reduction);

            /// <summary>TorchSharp's default for <paramref name="margin"/> is 0, PyTorch's is 1. <c>aten::hinge_embedding_loss</c>.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Aten.hinge_embedding_loss.Call(input, target, margin, reduction);

            /// <summary>The mean over labels of the logistic loss of each label.</summary>
            /// <remarks>Composed as in PyTorch, which has no operator for it.</remarks>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor loss = -((target * input.log_sigmoid()) + ((1 - target) * (-input).log_sigmoid()));
                if (weight is not null)
                    loss *= weight;
                Tensor rows = loss.sum(-1L) / (Scalar)input.size(-1);
                return Reduced(rows, reduction).MoveToOuterDisposeScope();
            }
        }
    }
}
