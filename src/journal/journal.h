/* journal: what is kept about the person, on this computer alone. Uses session. */
#pragma once

#include "coach-diary.h"
#include "coach-diary-records.h"
#include "coach-journal-error.h"
#include "coach-journal-exchange.h"
#include "coach-journal.h"
#include "coach-kept-person.h"
#include "coach-profile-store.h"
#include "coach-session-recorder.h"
