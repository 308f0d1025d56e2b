/* sheet: what is drawn the same on a screen, a printer and in a file. Uses session. */
#pragma once

#include "coach-reach-chart.h"
