import numpy as np
from artbench.suites.open.techniques.impasto import impasto
from artbench.suites.open.techniques.pointillism import pointillism
from artbench.suites.open.techniques.watercolour import watercolour
from artbench.suites.open.techniques.ink_wash import ink_wash
from artbench.suites.open.techniques.woodcut import woodcut
from artbench.suites.open.techniques.cubism import cubism
TECHNIQUES={"impasto":impasto,"pointillism":pointillism,"watercolour":watercolour,"ink wash":ink_wash,"woodcut":woodcut,"cubism":cubism}
def paint(t,i,a,s):
    return TECHNIQUES[t](i,a if a is not None else np.zeros(i.shape[:2],np.float32),s)
