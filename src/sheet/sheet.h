/* sheet: what is drawn the same on a screen, a printer and in a file. Uses session. */
#pragma once

#include "coach-clinician-report.h"
#include "coach-paper.h"
#include "coach-reach-chart.h"
#include "coach-sheet-content.h"
#include "coach-sheet-error.h"
#include "coach-sheet-words.h"
#include "coach-sheet.h"
