"""A small training script: rest the pointer on any loss."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from sklearn.metrics import log_loss, mean_squared_error

from losses import FocalLoss

# Select both lists and run "Lossary: Evaluate Selection".
y_true = [3.0, -0.5, 2.0, 7.0]
y_pred = [2.5, 0.0, 2.0, 8.0]

print(mean_squared_error(y_true, y_pred))

criterion = nn.HuberLoss(delta=1.5)
classifier = nn.CrossEntropyLoss(label_smoothing=0.1)
focal = FocalLoss(gamma=2.0)


def distillation(student_logits, teacher_logits, temperature=2.0):
    """Kullback-Leibler divergence from the student to the teacher."""
    log_q = F.log_softmax(student_logits / temperature, dim=-1)
    p = F.softmax(teacher_logits / temperature, dim=-1)
    return F.kl_div(log_q, p, reduction="batchmean") * temperature**2


def train(model, batches, optimizer):
    for x, y in batches:
        optimizer.zero_grad()
        loss = criterion(model(x), y) + 0.1 * F.smooth_l1_loss(model(x), y, beta=0.5)
        loss.backward()
        optimizer.step()
